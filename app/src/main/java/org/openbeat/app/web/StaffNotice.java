package org.openbeat.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member of staff is told on every page.
 *
 * @param urgent whether it must not be overlooked
 * @param messageKey key of its text
 * @param values what the text takes; an instant is shown in the zone of the place
 * @param link where it leads, if anywhere
 * @param button what one may do about it at once, if anything
 */
public record StaffNotice(
        boolean urgent,
        String messageKey,
        List<Object> values,
        @Nullable Leading link,
        @Nullable Leading button) {

    public StaffNotice {
        values = List.copyOf(values);
    }

    /** A page, or the address that a button posts to, and the key of its text. */
    public record Leading(String path, String messageKey) {}
}
