package org.openbeat.app.dispatch.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How urgent an incident is: 1 (life in danger) to 4 (when possible). Its names stand in one table. */
public record Priority(@JsonValue int level) implements Comparable<Priority> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Priority {
        if (level < 1 || level > 4) {
            throw new IllegalArgumentException("not a priority: 1 (life in danger) to 4 (when possible)");
        }
    }

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(level, other.level);
    }

    @Override
    public String toString() {
        return Integer.toString(level);
    }
}
