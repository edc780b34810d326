package org.openbeat.app.retention.events;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * The personal data of a thing is erased; that there was the thing stays.
 *
 * @param ground why: {@code request}, {@code schedule} or {@code again} after a restore
 * @param rows how many rows of which table were changed
 */
public record PersonalDataErased(Subject subject, String ground, Map<String, Long> rows, Actor actor, Instant at)
        implements Recordable {

    public PersonalDataErased {
        rows = Map.copyOf(rows);
    }

    @Override
    public String action() {
        return "retention.personal-data-erased";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("ground", ground, "rows", new TreeMap<String, Object>(rows));
    }
}
