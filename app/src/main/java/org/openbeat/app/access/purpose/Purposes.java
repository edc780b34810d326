package org.openbeat.app.access.purpose;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.GlassBroken;
import org.openbeat.app.access.events.GlassJustified;
import org.openbeat.app.access.events.PurposeEnded;
import org.openbeat.app.access.events.PurposeStated;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** States purposes, ends them, breaks the glass. One account has one purpose at a time. */
@Service
public class Purposes {
    private static final int LONGEST_REASON = 1000;

    private final JdbcPurposes store;
    private final Notices notices;
    private final Map<ItemKind, OpenItems> items = new EnumMap<>(ItemKind.class);
    private final PurposeSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Purposes(
            JdbcPurposes store,
            Notices notices,
            List<OpenItems> items,
            PurposeSettings settings,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        items.forEach(each -> this.items.put(each.kind(), each));
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** The kinds that can be stated for a thing; those of which no module has items are left out. */
    public List<PurposeKind> kinds(Purpose.Covered wanted) {
        return Stream.of(PurposeKind.values())
                .filter(kind -> kind.item() != null && items.containsKey(kind.item()))
                .filter(kind -> kind != PurposeKind.SENDER_ASKED
                        || wanted.subject().kind().equals("report"))
                .toList();
    }

    /**
     * States a purpose; the one before it ends.
     *
     * @param wanted what the actor is about to open
     * @param reference the item that the purpose is tied to, as typed
     * @throws Refusal {@code purpose-kind-unknown}, {@code purpose-item-unknown}, {@code purpose-item-closed},
     *     {@code purpose-other-report}
     */
    @Transactional
    public Purpose state(Actor actor, PurposeKind kind, String reference, Purpose.Covered wanted) {
        var staff = Reader.of(actor);
        var item = item(actor, kind, reference, wanted);
        var now = now();
        endOpen(actor, now);
        var stated = new Purpose(
                identifiers.next(),
                actor.id(),
                staff.role(),
                staff.agency(),
                kind,
                item,
                kind == PurposeKind.SENDER_ASKED ? wanted : null,
                now,
                now.plus(settings.lasts()),
                null,
                null);
        store.add(stated);
        events.publishEvent(new PurposeStated(
                stated.id(),
                kind.name(),
                item.kind().name(),
                item.id(),
                item.reference(),
                stated.endsAt(),
                actor,
                now));
        return stated;
    }

    private Item item(Actor actor, PurposeKind kind, String reference, Purpose.Covered wanted) {
        var asked = kind.item() == null ? null : items.get(kind.item());
        if (asked == null || !kinds(wanted).contains(kind)) {
            throw new Refusal(Kind.INVALID, "purpose-kind-unknown");
        }
        var item = asked.find(actor, reference.strip())
                .orElseThrow(() -> new Refusal(Kind.INVALID, "purpose-item-unknown"));
        if (kind == PurposeKind.SENDER_ASKED) {
            if (!item.id().equals(wanted.subject().id())) {
                throw new Refusal(Kind.INVALID, "purpose-other-report");
            }
        } else if (!item.open()) {
            throw new Refusal(Kind.CONFLICT, "purpose-item-closed", item.reference());
        }
        return item;
    }

    /** What the actor's work can be tied to without typing: the wanted thing itself, where it is open. */
    public String proposal(Actor actor, Purpose.Covered wanted) {
        return Stream.of(ItemKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(wanted.subject().kind()))
                .flatMap(kind -> Stream.ofNullable(items.get(kind)))
                .flatMap(asked -> asked.find(actor, wanted.label()).stream())
                .filter(Item::open)
                .map(Item::reference)
                .findFirst()
                .orElse("");
    }

    /** The purpose under which the actor reads now. */
    public Optional<Purpose> current(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF ? store.active(actor.id(), clock.instant()) : Optional.empty();
    }

    /** Ends the purpose under which the actor reads, if there is one. */
    @Transactional
    public void end(Actor actor) {
        endOpen(actor, now());
    }

    private void endOpen(Actor actor, Instant now) {
        store.active(actor.id(), now).ifPresent(open -> {
            store.end(open.id(), now);
            events.publishEvent(new PurposeEnded(open.id(), actor, now));
        });
    }

    /**
     * Opens one thing at once. A supervisor and the oversight body are told, and it must be justified.
     *
     * @throws Refusal {@code purpose-reason-missing}
     */
    @Transactional
    public Purpose breakGlass(Actor actor, Purpose.Covered wanted, String reason) {
        var staff = Reader.of(actor);
        var said = words(reason);
        var now = now();
        endOpen(actor, now);
        var glass = new Purpose.Glass(said, now.plus(settings.justifyWithin()), null, null);
        var broken = new Purpose(
                identifiers.next(),
                actor.id(),
                staff.role(),
                staff.agency(),
                PurposeKind.BREAK_GLASS,
                null,
                wanted,
                now,
                now.plus(settings.lasts()),
                null,
                glass);
        store.add(broken);
        var told = notices.tell(actor, staff.agency(), broken.id(), now);
        events.publishEvent(new GlassBroken(broken.id(), wanted.subject(), glass.justifyBy(), told, actor, now));
        return broken;
    }

    /**
     * Justifies one's own break glass, late too: that it was late stays to be seen.
     *
     * @throws Refusal {@code purpose-reason-missing}, {@code not-found}, {@code glass-justified}
     */
    @Transactional
    public void justify(Actor actor, UUID id, String text) {
        var said = words(text);
        var broken = store.find(id)
                .filter(found -> found.account().equals(actor.id()))
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "not-found"));
        var now = now();
        if (!store.justify(id, said, now)) {
            throw new Refusal(Kind.CONFLICT, "glass-justified");
        }
        var glass = broken.glass();
        var late = glass != null && glass.isOverdue(now);
        events.publishEvent(new GlassJustified(id, late, actor, now));
    }

    /** The actor's own uses of break glass that wait for a justification, oldest first. */
    public List<Purpose> toJustify(Actor actor) {
        return store.toJustify(actor.id());
    }

    private static String words(@Nullable String text) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            throw new Refusal(Kind.INVALID, "purpose-reason-missing");
        }
        return said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) : said;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
