package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.board.Catalogues;
import org.openbeat.app.dispatch.continuity.CardNumbers;
import org.openbeat.app.dispatch.continuity.CardRange;
import org.openbeat.app.dispatch.continuity.Cards;
import org.openbeat.app.dispatch.continuity.Outage;
import org.openbeat.app.dispatch.continuity.Pack;
import org.openbeat.app.dispatch.continuity.PackFolder;
import org.openbeat.app.dispatch.continuity.PackPdf;
import org.openbeat.app.dispatch.continuity.Phone;
import org.openbeat.app.dispatch.continuity.Reconciliation;
import org.openbeat.app.dispatch.events.RoomPrepared;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Working on paper while the system is out, and coming back from it. Cards are entered by
 * {@link Command.EnterCard}, like every other act.
 */
@Component
public class Continuity {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    private static final int MOST_PHONES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);

    private final Cards cards;
    private final CardNumbers numbers;
    private final PackPdf pdf;
    private final PackFolder folder;
    private final Reading reading;
    private final Duties duties;
    private final Journal journal;
    private final Identifiers identifiers;
    private final OpenbeatSettings settings;
    private final Clock clock;
    private final Catalogues catalogues;

    Continuity(
            Cards cards,
            CardNumbers numbers,
            PackPdf pdf,
            PackFolder folder,
            Reading reading,
            Duties duties,
            Journal journal,
            Identifiers identifiers,
            OpenbeatSettings settings,
            Clock clock,
            Catalogues catalogues) {
        this.cards = cards;
        this.numbers = numbers;
        this.pdf = pdf;
        this.folder = folder;
        this.reading = reading;
        this.duties = duties;
        this.journal = journal;
        this.identifiers = identifiers;
        this.settings = settings;
        this.clock = clock;
        this.catalogues = catalogues;
    }

    /**
     * How an agency is prepared.
     *
     * @param readySince when the pack that lies ready was written; null when there is none
     * @param file where it lies on the server
     * @param next the numbers of the next cards
     */
    public record State(
            @Nullable Instant readySince, String file, CardRange next, List<Phone> phones, List<Outage> outages) {
        public State {
            phones = List.copyOf(phones);
            outages = List.copyOf(outages);
        }
    }

    @SystemScope("the agency's own cards and phone list; each question names the agency")
    public State state(Actor actor, Locale language) {
        var agency = duties.agencyOfRoom(actor);
        var file = folder.file(agency, language);
        return new State(
                folder.writtenAt(agency, language).orElse(null),
                file.toString(),
                numbers.ready(agency),
                cards.phones(agency),
                cards.outages(agency));
    }

    /** The pack as it is now, with cards that no other pack has. */
    @Transactional
    @SystemScope("the board is read through the reader's scope; cards are the agency's own")
    public byte[] print(Actor actor, Locale language) {
        var agency = duties.agencyOfRoom(actor);
        var at = clock.instant();
        cards.lock(agency);
        var range = numbers.print(agency, actor, at);
        journal.publish(new RoomPrepared(
                agency,
                "cards-printed",
                Map.of("first", Integer.toString(range.first()), "last", Integer.toString(range.last())),
                actor,
                at));
        return pdf.of(pack(actor, agency, range, language));
    }

    private Pack pack(Actor reader, AgencyId agency, CardRange range, Locale language) {
        return new Pack(
                agency,
                reading.board(reader),
                catalogues.get(),
                cards.phones(agency),
                range,
                settings.zone(),
                language);
    }

    /** Writes the pack of each agency anew, to lie ready; one that fails holds no other up. */
    void keepReady() {
        for (var agency : cards.agencies()) {
            var room = Actor.staff(Actor.SYSTEM.id(), Actor.SYSTEM.name(), agency, Set.of(Role.DISPATCHER));
            for (var language : LANGUAGES) {
                keepReady(agency, room, language);
            }
        }
    }

    private void keepReady(AgencyId agency, Actor room, Locale language) {
        try {
            folder.put(agency, language, pdf.of(pack(room, agency, numbers.ready(agency), language)));
        } catch (RuntimeException e) {
            LOG.error("The pack of {} in {} could not be written; that of before stays.", agency, language, e);
        }
    }

    @Transactional
    @SystemScope("the agency's own phone list")
    public void setPhones(Actor actor, List<Phone> phones) {
        duties.requireSender(actor);
        var agency = duties.agencyOfRoom(actor);
        if (phones.size() > MOST_PHONES) {
            throw new Refusal(Refusal.Kind.INVALID, "phone-list-too-long", MOST_PHONES);
        }
        var at = clock.instant();
        cards.lock(agency);
        cards.replacePhones(agency, phones);
        var lines = Map.of("lines", Integer.toString(phones.size()));
        journal.publish(new RoomPrepared(agency, "phone-list-changed", lines, actor, at));
    }

    /** Notes that the room worked on paper, and which cards it took from the pile. */
    @Transactional
    @SystemScope("the agency's own cards")
    public UUID noteOutage(Actor actor, Instant beganAt, Instant endedAt, CardRange range) {
        var agency = duties.agencyOfRoom(actor);
        var at = clock.instant();
        var began = Texts.eventTime(beganAt, at);
        var ended = Texts.eventTime(endedAt, at);
        if (ended.isBefore(began)) {
            throw new Refusal(Refusal.Kind.INVALID, "outage-ends-before-it-began");
        }
        var outage = new Outage(identifiers.next(), began, ended, range, at, actor.name());
        cards.lock(agency);
        cards.note(outage.id(), agency, outage, actor);
        var values = Map.of(
                "began", began.toString(),
                "ended", ended.toString(),
                "first", Integer.toString(range.first()),
                "last", Integer.toString(range.last()));
        journal.publish(new RoomPrepared(agency, "outage-noted", values, actor, at));
        return outage.id();
    }

    /** The cards of an outage beside what was entered. */
    @SystemScope("the agency's own cards")
    public Reconciliation reconcile(Actor actor, UUID outage) {
        var agency = duties.agencyOfRoom(actor);
        return cards.outage(agency, outage)
                .map(found -> cards.reconcile(agency, found))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "outage-not-found"));
    }

    /** A card that tells of no call: spoilt, or back blank. */
    @Transactional
    @SystemScope("the agency's own cards")
    public void setAside(Actor actor, int card, String reason) {
        var agency = duties.agencyOfRoom(actor);
        var why = Texts.require(reason, 200);
        var at = clock.instant();
        numbers.requirePlausible(agency, card);
        cards.lock(agency);
        var entries = cards.entries(agency, card);
        if (!entries.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "card-entered-already",
                    card,
                    entries.getFirst().number());
        }
        if (!cards.setAside(identifiers.next(), agency, card, why, actor, at)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "card-set-aside-already", card);
        }
        numbers.found(agency, card, actor, at);
        var values = Map.of("card", Integer.toString(card));
        journal.publish(new RoomPrepared(agency, "card-set-aside", values, actor, at));
    }
}
