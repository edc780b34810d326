package org.openbeat.app.access.purpose;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** What staff wrote and sought about a person; who read what, when and why in one word stays for oversight. */
@Component
class WrittenWords implements PersonalRecords {
    private final JdbcWrittenWords store;

    WrittenWords(JdbcWrittenWords store) {
        this.store = store;
    }

    @Override
    public Map<String, Long> extent(Subject subject) {
        var rows = new TreeMap<>(
                Map.of("access.lookup", store.lookups(subject), "access.purpose", store.purposes(subject)));
        rows.values().removeIf(count -> count == 0);
        return rows;
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        store.erase(subject);
    }

    @Override
    public void forget(Set<String> names) {
        if (!names.isEmpty()) {
            store.forget(names);
        }
    }
}
