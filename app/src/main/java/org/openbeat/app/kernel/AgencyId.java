package org.openbeat.app.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An organisation or a part of it, in the tree of agencies; short, stable and readable, such as {@code city/north}. */
public record AgencyId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgencyId {
        if (value.length() > 100 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an agency id: lower-case words, digits and '-', joined by '/'");
        }
    }

    /** Whether this agency is {@code other} or stands below it in the tree. */
    public boolean isWithin(AgencyId other) {
        return value.equals(other.value) || value.startsWith(other.value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
