package org.openbeat.engine.procedure.pack.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.Condition;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.StepId;

/**
 * A legal time limit.
 *
 * @param liberty whether it limits deprivation of liberty: then it never rolls, and its end means release
 * @param starts steps that start it; a step that starts it again begins it afresh and keeps the sum visible
 * @param from the step from whose time it counts, when that is not the one that starts it; null: it is
 * @param onlyIf what must hold for them to start it; null: nothing
 * @param ends steps that end it
 * @param limits the first always holds
 * @param firstDay how the day of the start counts, for spans of the calendar
 * @param monthEnd on which day months end that begin on the last day of a month
 * @param rolls whether a last day that is a day off moves to the next working day
 * @param calendar the table of working days; null: none is needed
 * @param late what a step that ends it after its end means
 * @param expiry what its end means by itself
 */
public record ClockRule(
        ClockId id,
        LocalText title,
        boolean liberty,
        List<StepId> starts,
        @Nullable StepId from,
        @Nullable Condition onlyIf,
        List<StepId> ends,
        List<Limit> limits,
        FirstDay firstDay,
        MonthEnd monthEnd,
        boolean rolls,
        @Nullable String calendar,
        Late late,
        Expiry expiry,
        List<Suspension> suspensions,
        List<Extension> extensions,
        Basis basis) {
    public ClockRule {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
        limits = List.copyOf(limits);
        suspensions = List.copyOf(suspensions);
        extensions = List.copyOf(extensions);
    }

    /** How the day counts on which a span of the calendar starts. */
    public enum FirstDay {
        /** Counting begins with the day after. */
        NOT_COUNTED,
        /** The day of the start is the first. */
        COUNTED,
        /** The span begins with the day after the start, which is its first day. */
        NEXT_DAY
    }

    /** On which day a span of months ends that begins on the last day of a month. */
    public enum MonthEnd {
        SAME_NUMBER,
        LAST_DAY
    }

    /** What a late act means. */
    public enum Late {
        /** It is done, and a breach stays on the record. */
        BREACH,
        /** It is void, and so refused. */
        REFUSED,
        /** It is noted: the time was a person's, not the state's. */
        NOTED
    }

    /** What the end of a clock means by itself. */
    public enum Expiry {
        OVERDUE,
        /** The person is released now. */
        RELEASE,
        /** The measure has ended by itself. */
        LAPSES,
        /** A right or a power is gone. */
        BARRED
    }
}
