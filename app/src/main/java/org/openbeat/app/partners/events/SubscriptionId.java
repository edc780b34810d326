package org.openbeat.app.partners.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a subscription of a partner. In JSON it is a string. */
public record SubscriptionId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubscriptionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
