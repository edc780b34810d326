package org.openbeat.app.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.retention.events.PersonalDataErased;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases the personal data of one thing, wherever modules keep it, and of nothing else. */
@Component
class Erasing {
    /** What was erased once is erased whatever the old state says that came back with a backup. */
    static final String AGAIN = "again";

    /** Shorter words name nobody, and stand in too much else. */
    private static final int SHORTEST_NAME = 4;

    private final ObjectProvider<PersonalRecords> modules;
    private final JdbcRetention store;
    private final ErasureList list;
    private final ApplicationEventPublisher events;

    Erasing(
            ObjectProvider<PersonalRecords> modules,
            JdbcRetention store,
            ErasureList list,
            ApplicationEventPublisher events) {
        this.modules = modules;
        this.store = store;
        this.list = list;
        this.events = events;
    }

    Extent extent(Subject subject, Instant now) {
        var rows = new TreeMap<String, Long>();
        var obstacles = new LinkedHashSet<String>();
        var holds = new ArrayList<Hold>();
        for (var part : parts(subject)) {
            holds.addAll(store.holdsOn(part, now));
            modules.forEach(module -> {
                module.extent(part).forEach((table, count) -> rows.merge(table, count, Long::sum));
                obstacles.addAll(module.obstacles(part));
            });
        }
        return new Extent(rows, List.copyOf(obstacles), List.copyOf(holds));
    }

    /**
     * Erases it; where nothing is left of it, nothing changes.
     *
     * @return how many rows were changed
     * @throws Refusal {@code erasure-barred} while it is held, or its matter is open and it was never erased before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long erase(Actor actor, Subject subject, String ground, Instant at) {
        var extent = extent(subject, at);
        if (!extent.holds().isEmpty() || (!extent.obstacles().isEmpty() && !ground.equals(AGAIN))) {
            throw new Refusal(Refusal.Kind.CONFLICT, "erasure-barred");
        }
        if (extent.total() == 0) {
            return 0;
        }
        var parts = parts(subject);
        var names = names(parts);
        modules.forEach(module -> module.forget(names));
        for (var part : parts) {
            list.add(part, at);
            modules.forEach(module -> module.erase(part, actor, at));
            store.erased(part, ground, at);
        }
        events.publishEvent(new PersonalDataErased(subject, ground, extent.rows(), actor, at));
        return extent.total();
    }

    private Set<String> names(Set<Subject> parts) {
        return parts.stream()
                .flatMap(part -> modules.stream().flatMap(module -> module.names(part).stream()))
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST_NAME)
                .collect(Collectors.toSet());
    }

    /** The thing itself last: what belongs to it is found through it. */
    private Set<Subject> parts(Subject subject) {
        var parts = new LinkedHashSet<Subject>();
        modules.forEach(module -> parts.addAll(module.belonging(subject)));
        parts.add(subject);
        return parts;
    }
}
