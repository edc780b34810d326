package org.openbeat.engine.city;

import org.jspecify.annotations.Nullable;

/** A made-up name, in English and, for most, in Simplified Chinese. */
record Name(String english, @Nullable String chinese) {

    static Name of(String both) {
        int bar = both.indexOf('|');
        return bar < 0 ? new Name(both, null) : new Name(both.substring(0, bar), both.substring(bar + 1));
    }
}
