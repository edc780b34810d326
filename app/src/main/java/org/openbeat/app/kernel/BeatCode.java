package org.openbeat.app.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The short code of a beat, the area of a community officer, as it stands in addresses: {@code N3}. */
public record BeatCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BeatCode {
        if (!value.matches("[A-Za-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("not a beat code: 1 to 20 letters, digits or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
