package org.openbeat.app.kernel;

/** The short code of a beat, the area of a community officer, as it stands in addresses: {@code N3}. */
public record BeatCode(String value) {

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
