package org.openbeat.engine.procedure;

import java.util.List;

/** What became of a command. */
public sealed interface Decision {
    /**
     * It was done.
     *
     * @param events what is added to the history, in order
     * @param state of the case after them
     */
    record Accepted(List<CaseEvent> events, CaseState state) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It was not, and nothing changed. */
    record Refused(Refusal refusal) implements Decision {}
}
