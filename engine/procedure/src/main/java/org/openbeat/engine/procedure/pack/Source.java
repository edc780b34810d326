package org.openbeat.engine.procedure.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text of law that a pack cites.
 *
 * @param name what the pack calls it
 * @param version which text of it: a number, an amendment
 * @param inForce since when; null when it isn't known
 * @param read where the text was read
 */
public record Source(
        String name,
        LocalText title,
        String version,
        @Nullable LocalDate inForce,
        String read,
        Verified verified,
        Mark mark) {}
