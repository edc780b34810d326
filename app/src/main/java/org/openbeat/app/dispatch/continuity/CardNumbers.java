package org.openbeat.app.dispatch.continuity;

import java.time.Instant;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.stereotype.Component;

/**
 * Which numbers the next cards have. The pack that lies ready has them too before anybody printed it: as soon as one of
 * its cards turns up, all of them count as out, and the next pack begins after them.
 */
@Component
public class CardNumbers {
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

    /** A card turned up; when it is of the pack that lay ready, that was printed from its file. */
    public void found(AgencyId agency, int card, Actor actor, Instant at) {
        while (card >= cards.next(agency)) {
            print(agency, actor, at);
        }
    }
}
