package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.calendar.Day;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.fact.Official;
import org.openbeat.engine.legaltime.rule.Choice;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.ExtensionId;
import org.openbeat.engine.legaltime.rule.GroundId;
import org.openbeat.engine.legaltime.rule.LawVersion;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** One step of a derivation: what was counted, left out, added or refused, and by which article. Instants are UTC. */
public sealed interface Step {

    /** The version of the law that was chosen, and by which day of the case. */
    record VersionChosen(LawVersion version, LocalDate date, EventName criterion) implements Step {}

    /** The clock starts. */
    record Started(EventName event, Instant at) implements Step {}

    /** The time of the start was corrected. */
    record Corrected(Instant from, Instant to, String author, String reason) implements Step {}

    /** A correction of the start that does not count: to a later time, without a second person or a reason. */
    record CorrectionRefused(Instant from, Instant to, String author) implements Step {}

    /** The clock starts afresh; what ran before stays in the sum. */
    record Restarted(GroundId ground, Instant at, Duration before, Source source) implements Step {}

    record RestartRefused(GroundId ground, Instant at, VoidReason why) implements Step {}

    /** A start on a day off counts as of the next working day. */
    record StartMoved(LocalDate from, LocalDate to) implements Step {}

    /** The period and how it is counted. */
    record Counted(Term term, Reading.Start start, Source source, String note) implements Step {}

    /** A day off that was not counted, or that the end was moved over. */
    record DayOff(Day day) implements Step {}

    /** A day of the week or a holiday that the text itself leaves out of the hours. */
    record LeftOut(LocalDate date, Interval interval) implements Step {}

    /**
     * Time that did not count.
     *
     * @param interval when the clock stood still, within the clock's own time
     * @param days how many days a clock in days left out; 0 for one in hours
     * @param time how much time a clock in hours left out; zero for one in days
     */
    record Suspended(GroundId ground, Interval interval, long days, Duration time, Source source) implements Step {}

    /** Time that was claimed not to count, and does. */
    record SuspensionRefused(GroundId ground, Interval interval, VoidReason why) implements Step {}

    record Extended(ExtensionId rung, Official by, Instant decidedAt, Term amount, Ending end, Source source)
            implements Step {}

    /** An extension that is void. */
    record ExtensionVoid(
            ExtensionId rung, Official by, @Nullable Instant at, VoidReason why) implements Step {}

    record ExtensionRefused(ExtensionId rung, Official by, Instant decidedAt) implements Step {}

    /** Asked for and not decided. */
    record ExtensionPending(ExtensionId rung, Instant requestedAt, boolean staysOpen) implements Step {}

    /** Asked for in time and decided after the end, until when the clock stayed open. */
    record HeldOpen(ExtensionId rung, Instant until, Source source) implements Step {}

    /** A breach: asked for later than the rule says. The extension may stand all the same. */
    record AskedLate(ExtensionId rung, Instant requestedAt, Source source) implements Step {}

    /** The end was moved from a day off to the next working day. */
    record Rolled(LocalDate from, LocalDate to) implements Step {}

    /** The last day is a day off and the end stays where it is. */
    record NotRolled(Day day) implements Step {}

    /** The hours end here; the court's session carries the end on. */
    record SessionAwaited(Instant hoursEnd, Instant sessionEnd) implements Step {}

    /** Something other would have ended later. */
    record Capped(Ending from, Ending to, Source source) implements Step {}

    /** An obstacle excuses while it lasts. */
    record Excused(GroundId ground, @Nullable Instant until, Source source) implements Step {}

    /** Another reading of the period and its end, which does not count. */
    record OtherReading(Term term, Ending end, Source source, String note) implements Step {}

    /** Why this reading counts and not the others. */
    record Chosen(Choice choice, Source source) implements Step {}

    /** A year whose table is missing was counted by the weekly rest and the fixed holidays alone. */
    record YearUnknown(String calendar, int year) implements Step {}

    record Ended(Ending end) implements Step {}
}
