package org.openbeat.app.dispatch.commandline;

import java.util.List;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;

/** What a dispatcher typed, once it is understood. Incidents are their numbers and units their call signs, as typed. */
public sealed interface Line {

    /** {@code a 12 u7 u8}; {@code +} stacks, {@code !} takes the units off their work, {@code ok} says they were asked. */
    record Assign(String incident, List<String> units, Manner manner, boolean confirmed) implements Line {
        public Assign {
            units = List.copyOf(units);
        }
    }

    /** {@code u 12 u7 why} */
    record Cancel(String incident, String unit, String reason) implements Line {}

    /** {@code e u7}, {@code s u7}, {@code k u7}, {@code v u7}, or {@code s u7 os} with any status. */
    record Status(String unit, UnitStatus status) implements Line {}

    /** {@code n 12 text} */
    record Note(String incident, String text) implements Line {}

    /** {@code p 12 2} */
    record Prioritise(String incident, Priority priority) implements Line {}

    /** {@code y 12} */
    record ConfirmLocation(String incident) implements Line {}

    /** {@code c 12 settled text} */
    record Close(String incident, String disposition, String note) implements Line {}

    /** {@code r 12 why} */
    record Reopen(String incident, String reason) implements Line {}

    /** {@code l 12 9}: 12 is the same as 9. */
    record Join(String incident, String original) implements Line {}

    /** {@code o 12}, or the number alone. */
    record Open(String incident) implements Line {}

    /** {@code f words}, or {@code f 12} */
    record Find(String text) implements Line {}

    /**
     * It was not understood.
     *
     * @param problem what is missing; its text stands in the messages under {@code dispatch.line.<problem>}
     * @param word the word at which it stopped
     */
    record Unclear(Problem problem, String word) implements Line {}

    /** What a line can lack. */
    enum Problem {
        EMPTY,
        UNKNOWN_COMMAND,
        INCIDENT_MISSING,
        UNIT_MISSING,
        STATUS_UNKNOWN,
        TEXT_MISSING,
        PRIORITY_MISSING,
        DISPOSITION_MISSING,
        OTHER_INCIDENT_MISSING
    }
}
