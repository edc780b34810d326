package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.engine.procedure.CaseEvent;
import org.openbeat.engine.procedure.CaseState;
import org.openbeat.engine.procedure.Command;
import org.openbeat.engine.procedure.Decision;
import org.openbeat.engine.procedure.PersonId;
import org.openbeat.engine.procedure.Procedure;
import org.openbeat.engine.procedure.VersionChoice;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.reading.PackFiles;
import org.openbeat.engine.procedure.reading.PackReader;
import org.openbeat.engine.procedure.reading.PackUnreadableException;

/**
 * How many commands a second the engine of procedures decides on one core, in a case under the pack of 2025 that has 100
 * entries and in one that has 1,000. The commands are questioning (four guards), a notice (a clock that starts on a
 * condition), a seizure at once (three clocks) and a decision that an article refuses.
 */
final class CommandFigures {
    private static final int ROUNDS = 15;
    private static final int COMMANDS = 100_000;
    private static final int FOLDED_EVENTS = 400_000;
    private static final double BAR_PER_SECOND = 200_000;
    /** A command costs the same whatever the length of the history, and folding costs the same for each event. */
    private static final double LINEAR = 1.5;

    private static final Instant OPENED = Instant.parse("2026-03-02T00:00:00Z");

    private CommandFigures() {}

    static List<Figure> measure(PrintStream out) throws IOException, PackUnreadableException {
        var procedure = Procedure.of(PackReader.read(PackFiles.read(Path.of("packs", "cn-administrative-2025"))));
        var shorter = history(procedure, 100);
        var longer = history(procedure, 1_000);
        var fast = new double[ROUNDS];
        var slow = new double[ROUNDS];
        var fold = new double[ROUNDS];
        var longFold = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            fast[round] = commandsPerSecond(procedure, procedure.fold(shorter));
            slow[round] = commandsPerSecond(procedure, procedure.fold(longer));
            fold[round] = nanosPerEvent(procedure, shorter);
            longFold[round] = nanosPerEvent(procedure, longer);
        }
        out.println(String.format(
                Locale.ROOT,
                "commands decided on one core: %.0f/s after 100 entries, %.0f/s after 1,000 (medians of %d);"
                        + " a history folds at %.0f and %.0f ns an event",
                median(fast),
                median(slow),
                ROUNDS,
                median(fold),
                median(longFold)));
        return List.of(
                Figure.atLeast("commands-per-second-100-entries", median(fast), BAR_PER_SECOND),
                Figure.atMost("commands-growth-with-history", median(fast) / median(slow), LINEAR),
                Figure.atMost("fold-growth-per-event", median(longFold) / median(fold), LINEAR));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<CaseEvent> history(Procedure procedure, int entries) {
        var version = procedure.pack().version();
        var opened = procedure.open(
                new VersionChoice(procedure.pack().id(), version.by(), LocalDate.of(2026, 3, 2), ""), OPENED);
        var history = new ArrayList<>(opened.events());
        var state = opened.state();
        var begun = List.of(
                command("register", "intake-officer", 1, Map.of()),
                command("file", "investigator", 2, Map.of("within_six_months", true)),
                command("summon-orally", "investigator", 3, Map.of("at_scene", true, "id_shown", true)),
                command(
                        "arrive",
                        "investigator",
                        4,
                        Map.of("identity_known", true, "many_suspects", false, "in_case_area", true)));
        for (var entry = 0; entry < entries; entry++) {
            var command = entry < begun.size() ? begun.get(entry) : question(5 + entry);
            var accepted = (Decision.Accepted) procedure.decide(state, command);
            history.addAll(accepted.events());
            state = accepted.state();
        }
        return history;
    }

    private static Command.TakeStep question(int second) {
        return command(
                "question",
                "investigator",
                second,
                Map.of(
                        "officers_present",
                        2L,
                        "fully_recorded",
                        true,
                        "suspect_minor",
                        true,
                        "adult_present",
                        true,
                        "needs_interpreter",
                        false));
    }

    private static Command.TakeStep command(String step, String as, int second, Map<String, Object> facts) {
        var at = OPENED.plusSeconds(second);
        return new Command.TakeStep(new StepId(step), new PersonId(as), new AuthorityId(as), at, at, facts, null);
    }

    private static List<Command.TakeStep> mix() {
        var notice = Map.<String, Object>of(
                "penalty_kind",
                "fine",
                "fine_yuan",
                4000L,
                "content_told",
                true,
                "suspect_minor",
                false,
                "juvenile_would_serve",
                false,
                "hearing_agreed",
                false);
        var seizure = Map.<String, Object>of(
                "related",
                true,
                "necessity_of_life",
                false,
                "lawful_third_party",
                false,
                "urgent_or_small",
                true,
                "fully_recorded",
                true);
        return List.of(
                question(5_000),
                command("give-notice", "investigator", 5_000, notice),
                command("seize-at-once", "investigator", 5_000, seizure),
                command("decide", "county-head", 5_000, Map.of()));
    }

    private static double commandsPerSecond(Procedure procedure, CaseState state) {
        var mix = mix();
        var events = 0;
        var began = System.nanoTime();
        for (var i = 0; i < COMMANDS; i++) {
            var decision = procedure.decide(state, mix.get(i & 3));
            events += decision instanceof Decision.Accepted accepted
                    ? accepted.events().size()
                    : 0;
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        if (events
                != COMMANDS / 4 * 7) { // 1 for the question, 2 for the notice, 4 for the seizure, none for the decision
            throw new IllegalStateException("the commands led to " + events + " events");
        }
        return COMMANDS / seconds;
    }

    private static double nanosPerEvent(Procedure procedure, List<CaseEvent> history) {
        var entries = 0L;
        var times = FOLDED_EVENTS / history.size();
        var began = System.nanoTime();
        for (var i = 0; i < times; i++) {
            entries += procedure.fold(history).entries();
        }
        var nanos = System.nanoTime() - began;
        if (entries == 0) {
            throw new IllegalStateException("nothing was folded");
        }
        return (double) nanos / ((long) times * history.size());
    }
}
