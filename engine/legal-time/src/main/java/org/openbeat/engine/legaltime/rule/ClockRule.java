package org.openbeat.engine.legaltime.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * What the law says of one clock. Begin with {@link #of} or {@link #ofLiberty} and add what else the text says.
 *
 * @param id its name
 * @param start the event that it starts with
 * @param readings how it is counted, one or more
 * @param choice which reading counts when there are more
 * @param liberty whether it limits the deprivation of liberty: then it never rolls, no working days make it longer, and
 *     nothing but the listed grounds and extensions does
 * @param grounds on which it stands still
 * @param extensions by which it may be extended
 * @param restarts on which it starts afresh
 * @param excuses obstacles that excuse
 * @param cap the longest it may run; null for none
 * @param weekdayCap a last day by the weekday of the start; null for none
 * @param postingCounts the article by which what was posted before the end is in time (CPL18 art 105); null for none
 * @param expiry what it means that it has run out
 */
public record ClockRule(
        RuleId id,
        EventName start,
        List<Reading> readings,
        Choice choice,
        boolean liberty,
        List<Ground> grounds,
        List<ExtensionRule> extensions,
        List<RestartRule> restarts,
        List<ExcuseRule> excuses,
        @Nullable Cap cap,
        @Nullable WeekdayCap weekdayCap,
        @Nullable Source postingCounts,
        Expiry expiry) {

    public ClockRule {
        readings = List.copyOf(readings);
        grounds = List.copyOf(grounds);
        extensions = List.copyOf(extensions);
        restarts = List.copyOf(restarts);
        excuses = List.copyOf(excuses);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("The clock %s has no period.".formatted(id));
        }
        requireOneKindOfTerm(id, readings, extensions);
        requireDistinct(id, extensions);
        if (liberty) {
            requireClosed(id, readings, choice, excuses, expiry);
            requireApproval(id, restarts);
        }
    }

    /** A clock whose end makes something overdue. */
    public static ClockRule of(String id, String start, Reading reading) {
        return plain(id, start, reading, false, Expiry.OVERDUE);
    }

    /** A clock that limits the deprivation of liberty. */
    public static ClockRule ofLiberty(String id, String start, Reading reading) {
        return plain(id, start, reading, true, Expiry.RELEASE);
    }

    private static ClockRule plain(String id, String start, Reading reading, boolean liberty, Expiry expiry) {
        return new ClockRule(
                new RuleId(id),
                new EventName(start),
                List.of(reading),
                Choice.FIRST,
                liberty,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                expiry);
    }

    /** With another reading, and which of them all counts. */
    public ClockRule orRead(Reading reading, Choice newChoice) {
        var draft = new Draft(this);
        draft.readings.add(reading);
        draft.choice = newChoice;
        return draft.rule(this);
    }

    /** Standing still on this ground. */
    public ClockRule suspendedBy(Ground ground) {
        var draft = new Draft(this);
        draft.grounds.add(ground);
        return draft.rule(this);
    }

    public ClockRule extendedBy(ExtensionRule extension) {
        var draft = new Draft(this);
        draft.extensions.add(extension);
        return draft.rule(this);
    }

    public ClockRule restartedBy(RestartRule restart) {
        var draft = new Draft(this);
        draft.restarts.add(restart);
        return draft.rule(this);
    }

    public ClockRule excusedBy(ExcuseRule excuse) {
        var draft = new Draft(this);
        draft.excuses.add(excuse);
        return draft.rule(this);
    }

    /** Never longer than this from its first start. */
    public ClockRule cappedAt(Reading longest) {
        return cappedBy(new Cap(longest, null));
    }

    public ClockRule cappedBy(Cap newCap) {
        var draft = new Draft(this);
        draft.cap = newCap;
        return draft.rule(this);
    }

    public ClockRule cappedBy(WeekdayCap newCap) {
        var draft = new Draft(this);
        draft.weekdayCap = newCap;
        return draft.rule(this);
    }

    /** What was posted before the end is in time. */
    public ClockRule postingCounts(Source source) {
        var draft = new Draft(this);
        draft.postingCounts = source;
        return draft.rule(this);
    }

    public ClockRule expiring(Expiry newExpiry) {
        var draft = new Draft(this);
        draft.expiry = newExpiry;
        return draft.rule(this);
    }

    public Optional<Ground> findGround(GroundId ground) {
        return grounds.stream().filter(listed -> listed.id().equals(ground)).findFirst();
    }

    public Optional<ExtensionRule> findExtension(ExtensionId extension) {
        return extensions.stream()
                .filter(listed -> listed.id().equals(extension))
                .findFirst();
    }

    public Optional<RestartRule> findRestart(GroundId ground) {
        return restarts.stream()
                .filter(listed -> listed.ground().equals(ground))
                .findFirst();
    }

    public Optional<ExcuseRule> findExcuse(GroundId ground) {
        return excuses.stream().filter(listed -> listed.ground().equals(ground)).findFirst();
    }

    private static void requireOneKindOfTerm(RuleId id, List<Reading> readings, List<ExtensionRule> extensions) {
        boolean elapsed = readings.get(0).term().isElapsed();
        boolean mixed = readings.stream().anyMatch(reading -> reading.term().isElapsed() != elapsed)
                || extensions.stream().anyMatch(extension -> extension.amount().isElapsed() != elapsed);
        if (mixed) {
            throw new IllegalArgumentException("""
                    The clock %s mixes hours with days.
                    Maybe a period of hours was meant in days; 24 h are not always a day.""".formatted(id));
        }
    }

    private static void requireDistinct(RuleId id, List<ExtensionRule> extensions) {
        var names = new HashSet<ExtensionId>();
        for (var extension : extensions) {
            if (!names.add(extension.id())) {
                throw new IllegalArgumentException("The clock %s lists %s twice.".formatted(id, extension.id()));
            }
        }
    }

    /** A liberty clock can't be lengthened by a holiday, by a choice of readings or by an excuse. */
    private static void requireClosed(
            RuleId id, List<Reading> readings, Choice choice, List<ExcuseRule> excuses, Expiry expiry) {
        boolean open = choice == Choice.LATEST || !excuses.isEmpty() || expiry != Expiry.RELEASE;
        for (var reading : readings) {
            open |= reading.roll() != Reading.Roll.NONE
                    || reading.startRoll() != Reading.Roll.NONE
                    || reading.term() instanceof Term.WorkingDays;
        }
        if (open) {
            throw new IllegalArgumentException("""
                    The clock %s limits liberty: it can't roll over days off, count working days, take the later \
                    reading, be excused or end in anything but release.
                    Maybe it is not a clock of liberty, or the reading belongs to another clock.""".formatted(id));
        }
    }

    private static void requireApproval(RuleId id, List<RestartRule> restarts) {
        if (restarts.stream().anyMatch(restart -> restart.approvers().isEmpty())) {
            throw new IllegalArgumentException(
                    "The clock %s limits liberty: only a named authority lets it start afresh.".formatted(id));
        }
    }

    /** What may still be added to a rule, while it is. */
    private static final class Draft {
        private final List<Reading> readings;
        private final List<Ground> grounds;
        private final List<ExtensionRule> extensions;
        private final List<RestartRule> restarts;
        private final List<ExcuseRule> excuses;
        private Choice choice;
        private @Nullable Cap cap;
        private @Nullable WeekdayCap weekdayCap;
        private @Nullable Source postingCounts;
        private Expiry expiry;

        private Draft(ClockRule from) {
            this.readings = new ArrayList<>(from.readings);
            this.grounds = new ArrayList<>(from.grounds);
            this.extensions = new ArrayList<>(from.extensions);
            this.restarts = new ArrayList<>(from.restarts);
            this.excuses = new ArrayList<>(from.excuses);
            this.choice = from.choice;
            this.cap = from.cap;
            this.weekdayCap = from.weekdayCap;
            this.postingCounts = from.postingCounts;
            this.expiry = from.expiry;
        }

        private ClockRule rule(ClockRule from) {
            return new ClockRule(
                    from.id,
                    from.start,
                    readings,
                    choice,
                    from.liberty,
                    grounds,
                    extensions,
                    restarts,
                    excuses,
                    cap,
                    weekdayCap,
                    postingCounts,
                    expiry);
        }
    }
}
