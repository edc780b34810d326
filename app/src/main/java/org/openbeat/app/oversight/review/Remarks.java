package org.openbeat.app.oversight.review;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.PersonalRecords;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** What reviewers wrote of a thing may tell of its person. */
@Component
class Remarks implements PersonalRecords {
    private final JdbcDraws store;

    Remarks(JdbcDraws store) {
        this.store = store;
    }

    @Override
    public Map<String, Long> extent(Subject subject) {
        long remarks = store.remarks(subject);
        return remarks == 0 ? Map.of() : Map.of("oversight.review", remarks);
    }

    @Override
    public void erase(Subject subject, Actor actor, Instant at) {
        store.eraseRemarks(subject);
    }
}
