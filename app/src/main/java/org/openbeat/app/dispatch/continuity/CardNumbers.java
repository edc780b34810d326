package org.openbeat.app.dispatch.continuity;

import java.time.Instant;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Which numbers the next cards have. The pack that lies ready has them too before anybody printed it: as soon as one of
 * its cards turns up, all of them count as out, and the next pack begins after them.
 */
@Component
public class CardNumbers {
    private static final int MOST_AHEAD = 2000;

    private final Cards cards;
    private final ContinuitySettings settings;
    private final Identifiers identifiers;

    CardNumbers(Cards cards, ContinuitySettings settings, Identifiers identifiers) {
        this.cards = cards;
        this.settings = settings;
        this.identifiers = identifiers;
    }

    /** Those of the pack that lies ready. */
    public CardRange ready(AgencyId agency) {
        int next = cards.next(agency);
        return new CardRange(next, next + settings.cards() - 1);
    }

    /** They are on paper now; the caller holds the lock of the agency's cards. */
    public CardRange print(AgencyId agency, Actor actor, Instant at) {
        var ready = ready(agency);
        cards.print(identifiers.next(), agency, ready, actor, at);
        return ready;
    }

    /**
     * A number far beyond the last printed card is a slip of the finger, and would use up every number before it.
     *
     * @throws Refusal {@code card-number-invalid}
     */
    public void requirePlausible(AgencyId agency, int card) {
        if (card < 1 || card >= (long) cards.next(agency) + MOST_AHEAD) {
            throw new Refusal(Refusal.Kind.INVALID, "card-number-invalid", Integer.toString(card));
        }
    }

    /**
     * A card turned up; when it is of a pack that lay ready, that was printed from its file. All the packs up to it
     * count as one batch.
     *
     * @throws Refusal {@code card-number-invalid} as {@link #requirePlausible}
     */
    public void found(AgencyId agency, int card, Actor actor, Instant at) {
        requirePlausible(agency, card);
        int next = cards.next(agency);
        if (card >= next) {
            int packs = (card - next) / settings.cards() + 1;
            int last = Math.min(next + packs * settings.cards(), next + MOST_AHEAD) - 1;
            cards.print(identifiers.next(), agency, new CardRange(next, last), actor, at);
        }
    }
}
