package org.openbeat.app.dispatch.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an act, in the reader's words.
 *
 * @param said what was done
 * @param partly something was done and something else was refused; the text says both
 * @param undo the way back, where there is a lawful one
 */
record Said(String said, boolean partly, @Nullable Undo undo) {

    static Said of(String text) {
        return new Said(text, false, null);
    }

    Said undoneBy(Undo way) {
        return new Said(said, partly, way);
    }

    Said and(String more) {
        return more.isEmpty() ? this : new Said(said + " " + more, partly, undo);
    }

    /**
     * An act that takes another back. It is an act of its own, with an entry in the log.
     *
     * @param label what it does
     * @param action path to which it is posted
     * @param fields its fields
     */
    record Undo(String label, String action, Map<String, String> fields) {}
}
