package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.fact.Act;
import org.openbeat.engine.legaltime.rule.Expiry;
import org.openbeat.engine.legaltime.rule.RuleId;
import org.openbeat.engine.legaltime.source.Source;

/**
 * When a clock ends, and why.
 *
 * @param rule its rule
 * @param zone in which its days are counted
 * @param start when it started, for the last time if it started afresh, UTC
 * @param end UTC
 * @param endIncluded whether that very instant is still inside: yes for hours (PSAPL25 art 143), no for the midnight
 *     that ends a day
 * @param lastDay the last day of a clock in days, in the zone; null for one in hours
 * @param provisional whether it was counted in a year whose table is missing, so that the table may move it
 * @param open whether it stays open beyond the end until a decision or while an obstacle lasts
 * @param suspended whether it stands still, so that the end moves with time
 * @param liberty whether it limits the deprivation of liberty
 * @param expiry what it means that it has run out
 * @param before how long it ran in all before it last started afresh, suspensions left out
 * @param postingCounts the article by which what was posted before the end is in time; null for none
 * @param derivation why
 */
public record Deadline(
        RuleId rule,
        ZoneId zone,
        Instant start,
        Instant end,
        boolean endIncluded,
        @Nullable LocalDate lastDay,
        boolean provisional,
        boolean open,
        boolean suspended,
        boolean liberty,
        Expiry expiry,
        Duration before,
        @Nullable Source postingCounts,
        Derivation derivation)
        implements Reckoning {

    @Override
    public Deadline deadline() {
        return this;
    }

    /** Whether an instant is not beyond the end. */
    public boolean isInside(Instant at) {
        return open || (endIncluded ? !at.isAfter(end) : at.isBefore(end));
    }

    public boolean hasRunOut(Instant now) {
        return !isInside(now);
    }

    /** Whether a person must be released now. */
    public boolean demandsRelease(Instant now) {
        return liberty && hasRunOut(now);
    }

    /** Time left; zero when it has run out. */
    public Duration left(Instant now) {
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** Time since the first start, whatever rule let it start afresh; suspensions of the last run are not left out. */
    public Duration sum(Instant now) {
        return now.isBefore(start) ? before : before.plus(Duration.between(start, now));
    }

    /** The end on the clocks of the place. */
    public ZonedDateTime localEnd() {
        return end.atZone(zone);
    }

    /** Whether something was done in time. */
    public Judgement judge(Act act) {
        var posted = postingCounts == null ? null : act.postedAt();
        var counted = posted == null ? act.doneAt() : posted;
        var lateness = isInside(counted) ? Duration.ZERO : Duration.between(end, counted);
        return new Judgement(isInside(counted), counted, lateness, posted == null ? null : postingCounts);
    }

    /** What was done otherwise than the law says, without being void. It stays on the record. */
    public List<Step.AskedLate> breaches() {
        return derivation.steps(Step.AskedLate.class);
    }

    /** The ends of the readings that do not count. */
    public List<Step.OtherReading> otherReadings() {
        return derivation.steps(Step.OtherReading.class);
    }
}
