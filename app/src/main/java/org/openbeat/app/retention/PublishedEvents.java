package org.openbeat.app.retention;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** The registry of events keeps each with all that it carried, also when it was heard long ago. */
@Component
class PublishedEvents implements PersonalRecords {
    private final JdbcRetention store;

    PublishedEvents(JdbcRetention store) {
        this.store = store;
    }

    @Override
    public Map<String, Long> extent(Subject subject) {
        long rows = store.publications(subject);
        return rows == 0 ? Map.of() : Map.of("public.event_publication", rows);
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        store.forgetPublications(subject);
    }
}
