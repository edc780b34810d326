package org.openbeat.engine.procedure.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two texts that disagree, and the reading that the pack takes (I4).
 *
 * @param says what each source says
 * @param reading which way it protects
 */
public record Conflict(String name, Map<Citation, String> says, LocalText taken, Protects reading, Mark mark) {
    public Conflict {
        says = Collections.unmodifiableMap(new LinkedHashMap<>(says));
    }

    /** The two readings that may be taken. */
    public enum Protects {
        SHORTER_FOR_THE_STATE,
        LONGER_FOR_THE_PERSON
    }
}
