package org.openbeat.engine.procedure.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.Command;
import org.openbeat.engine.procedure.PersonId;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Mark;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/**
 * A case that a pack must decide as written: given when it opened and who is who, when these acts are tried, then this is
 * what they come to.
 *
 * @param people who acts, and as which authorities
 */
public record Scenario(
        String name,
        String title,
        Instant opened,
        Map<PersonId, List<AuthorityId>> people,
        List<Line> lines,
        Mark mark) {
    /** What happens at a time. */
    public sealed interface Line {
        Instant at();

        Mark mark();
    }

    /**
     * A step is tried.
     *
     * @param refused the article, or the name of the rule, that refuses it; null: it is taken
     * @param expected what the clocks are after it
     */
    public record Try(Command.TakeStep command, @Nullable String refused, Expected expected, Mark mark)
            implements Line {
        @Override
        public Instant at() {
            return command.at();
        }
    }

    /** A time is corrected. */
    public record Correction(
            Command.CorrectTime command, @Nullable String refused, Expected expected, Mark mark) implements Line {
        @Override
        public Instant at() {
            return command.recordedAt();
        }
    }

    /** The case is looked at. */
    public record Look(Instant at, Expected expected, Mark mark) implements Line {}

    /**
     * What must hold then.
     *
     * @param due the ends of clocks, as written: a date for clocks in days, a date and time for others
     * @param breach clocks whose breach this very act records
     * @param release liberty clocks that are up
     * @param running clocks that run or stand still
     * @param ended clocks that do not
     * @param may steps that may be taken now
     * @param mayNot steps that may not, with the article
     */
    public record Expected(
            Map<ClockId, String> due,
            List<ClockId> breach,
            List<ClockId> release,
            List<ClockId> running,
            List<ClockId> ended,
            List<StepId> may,
            Map<StepId, String> mayNot) {}
}
