package org.openbeat.app.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an incident; the room calls it by its number of the day. In JSON it is a string. */
public record IncidentId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IncidentId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
