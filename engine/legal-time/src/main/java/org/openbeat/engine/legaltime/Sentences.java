package org.openbeat.engine.legaltime;

import java.util.List;
import java.util.Locale;
import org.openbeat.engine.legaltime.calendar.Day;

/** Each step of a derivation as a sentence. */
final class Sentences {

    private Sentences() {}

    static List<Sentence> of(Derivation derivation) {
        return derivation.steps().stream().map(Sentences::of).toList();
    }

    static Sentence of(Step step) {
        return switch (step) {
            case Step.VersionChosen it ->
                Sentence.of(
                        "version-chosen",
                        it.version().id(),
                        it.version().from(),
                        it.criterion(),
                        it.date(),
                        it.version().source());
            case Step.Started it -> Sentence.of("started", it.event(), it.at());
            case Step.Corrected it -> Sentence.of("corrected", it.from(), it.to(), it.author(), it.reason());
            case Step.CorrectionRefused it -> Sentence.of("correction-refused", it.from(), it.to(), it.author());
            case Step.StartMoved it -> Sentence.of("start-moved", it.from(), it.to());
            case Step.Counted it -> counted(it);
            case Step.DayOff it -> dayOff("day-off", it.day());
            case Step.LeftOut it ->
                Sentence.of("left-out", it.date(), it.interval().length());
            case Step.Rolled it -> Sentence.of("rolled", it.from(), it.to());
            case Step.NotRolled it -> dayOff("not-rolled", it.day());
            case Step.SessionAwaited it -> Sentence.of("session", it.hoursEnd(), it.sessionEnd());
            case Step.Capped it -> Sentence.of("capped", it.from(), it.to(), it.source());
            case Step.OtherReading it -> Sentence.of("other-reading", it.term(), it.end(), it.source(), it.note());
            case Step.Chosen it -> Sentence.of("chosen." + word(it.choice()), it.source());
            case Step.YearUnknown it -> Sentence.of("year-unknown", it.calendar(), it.year());
            case Step.Ended it -> Sentence.of("ended", it.end());
            case Step.Suspended it -> suspended(it);
            case Step.SuspensionRefused it ->
                Sentence.of(
                        "suspension-refused." + word(it.why()),
                        it.ground(),
                        it.interval().from());
            default -> ofChange(step);
        };
    }

    private static Sentence ofChange(Step step) {
        if (step instanceof Step.Restarted it) {
            return Sentence.of("restarted", it.ground(), it.at(), it.before(), it.source());
        }
        if (step instanceof Step.RestartRefused it) {
            return Sentence.of("restart-refused." + word(it.why()), it.ground(), it.at());
        }
        if (step instanceof Step.Extended it) {
            return Sentence.of(
                    "extended",
                    it.rung(),
                    it.by().office(),
                    it.by().person(),
                    it.decidedAt(),
                    it.amount(),
                    it.end(),
                    it.source());
        }
        return step instanceof Step.Excused it ? excused(it) : ofRequest(step);
    }

    private static Sentence ofRequest(Step step) {
        if (step instanceof Step.ExtensionVoid it) {
            return Sentence.of(
                    "extension-void." + word(it.why()), it.rung(), it.by().office());
        }
        if (step instanceof Step.ExtensionRefused it) {
            return Sentence.of("extension-refused", it.rung(), it.by().office(), it.decidedAt());
        }
        if (step instanceof Step.ExtensionPending it) {
            return Sentence.of(
                    it.staysOpen() ? "extension-pending.open" : "extension-pending", it.rung(), it.requestedAt());
        }
        if (step instanceof Step.HeldOpen it) {
            return Sentence.of("held-open", it.rung(), it.until(), it.source());
        }
        if (step instanceof Step.AskedLate it) {
            return Sentence.of("asked-late", it.rung(), it.requestedAt(), it.source());
        }
        throw new IllegalStateException("No sentence tells " + step);
    }

    private static Sentence counted(Step.Counted it) {
        var kind = it.term().isElapsed() ? "hours" : "days";
        return Sentence.of("counted." + kind + "." + word(it.start()), it.term(), it.source(), it.note());
    }

    private static Sentence dayOff(String key, Day day) {
        return Sentence.of(key + "." + word(day.kind()), day.date(), day.name(), day.source());
    }

    private static Sentence suspended(Step.Suspended it) {
        var interval = it.interval();
        return it.days() > 0
                ? Sentence.of("suspended.days", it.ground(), interval.from(), interval.to(), it.days(), it.source())
                : Sentence.of("suspended.hours", it.ground(), interval.from(), interval.to(), it.time(), it.source());
    }

    private static Sentence excused(Step.Excused it) {
        return it.until() == null
                ? Sentence.of("excused.lasts", it.ground(), it.source())
                : Sentence.of("excused", it.ground(), it.until(), it.source());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
