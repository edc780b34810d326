package org.openbeat.app.partners.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the system of a partner organisation: lower-case letters, digits and '-', such as {@code county-fire}. */
public record PartnerName(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartnerName {
        if (!value.matches("[a-z0-9][a-z0-9-]{1,59}")) {
            throw new IllegalArgumentException("not a name of a partner: lower-case letters, digits and '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
