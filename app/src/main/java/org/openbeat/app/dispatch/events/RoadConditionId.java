package org.openbeat.app.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a closed or slow place on the roads. In JSON it is a string. */
public record RoadConditionId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoadConditionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
