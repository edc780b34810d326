package org.openbeat.app.access.purpose;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.Account;
import org.openbeat.app.access.events.NoticesSeen;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told that the glass was broken: a supervisor, and everyone of the oversight body. */
@Component
public class Notices {
    private static final int MOST_SHOWN = 100;

    private final JdbcNotices store;
    private final Access access;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(JdbcNotices store, Access access, Identifiers identifiers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.access = access;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** That somebody broke the glass, as one of those who are told of it reads it. */
    public record Notice(UUID id, Purpose purpose, String name, boolean seen) {}

    /** Tells them; returns how many. */
    int tell(Actor actor, AgencyId agency, UUID purpose, Instant at) {
        var told = Stream.concat(supervisors(actor, agency).stream(), oversight().stream())
                .map(account -> account.id().toString())
                .filter(account -> !account.equals(actor.id()))
                .distinct()
                .toList();
        told.forEach(account -> store.add(identifiers.next(), account, purpose, at));
        return told.size();
    }

    /** The chiefs of the reader's agency, else its commanders, else those of the agency above. */
    private List<Account> supervisors(Actor actor, AgencyId agency) {
        for (var place = agency.value(); !place.isEmpty(); place = above(place)) {
            for (var role : List.of(Role.STATION_CHIEF, Role.COMMANDER)) {
                var here = new AgencyId(place);
                var found = access.staffIn(here, role).stream()
                        .filter(account -> account.agency().equals(here))
                        .filter(account -> !account.id().toString().equals(actor.id()))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static String above(String agency) {
        return agency.contains("/") ? agency.substring(0, agency.lastIndexOf('/')) : "";
    }

    private List<Account> oversight() {
        var all = new ArrayList<Account>();
        access.agencies().stream()
                .filter(agency -> !agency.id().value().contains("/"))
                .forEach(root -> all.addAll(access.staffIn(root.id(), Role.OVERSIGHT)));
        return all;
    }

    /** What the actor was told, newest first. */
    public List<Notice> list(Actor actor) {
        return store.list(actor.id(), MOST_SHOWN);
    }

    /** How many of them the actor has not yet seen. */
    int unseen(Actor actor) {
        return store.unseen(actor.id());
    }

    /** From now on the actor has seen all of them. */
    @Transactional
    public void see(Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int seen = store.see(actor.id(), now);
        if (seen > 0) {
            events.publishEvent(new NoticesSeen(seen, actor, now));
        }
    }
}
