package org.openbeat.app.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a unit, a crew that can be sent; the room calls it by its call sign. In JSON it is a string. */
public record UnitId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
