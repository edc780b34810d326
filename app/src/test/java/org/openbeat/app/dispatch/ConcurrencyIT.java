package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenbeatTest
class ConcurrencyIT {
    private static final int THREADS = 8;
    private static final int EDITS = 1_000;

    @Autowired
    Dispatch dispatch;

    @Autowired
    JdbcClient jdbc;

    /** Edits that were shown as saved: text of a note, and the incident on which it must stand. */
    private final Map<String, IncidentId> saved = new ConcurrentHashMap<>();

    /** What was answered to those that have an entry of their own in the log. */
    private final List<Answer> answered = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void R8_eight_people_at_a_thousand_mixed_edits_never_block_each_other_and_lose_nothing() throws Exception {
        var room = new Room(dispatch);
        var incidents = IntStream.range(0, 12).mapToObj(i -> room.incident()).toList();
        var units = IntStream.range(0, 8).mapToObj(i -> room.unit()).toList();

        inParallel(thread -> {
            var random = new Random(thread);
            for (int i = 0; i < EDITS; i++) {
                edit(room, random, incidents, units, thread + "-" + i);
            }
            return null;
        });

        assertThat(saved.size() + refused.get()).isEqualTo(THREADS * EDITS);
        assertThat(saved).hasSizeGreaterThan(THREADS * EDITS / 4);
        var written = new HashSet<String>();
        for (var incident : incidents) {
            var log = room.file(incident).log();
            assertThat(log)
                    .extracting(IncidentFile.LogEntry::sequence)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, log.size()).boxed().toList());
            log.forEach(entry -> written.add(incident + " " + entry.text()));
        }
        saved.forEach((text, incident) -> {
            if (text.startsWith("note ")) {
                assertThat(written).contains(incident + " " + text);
            }
        });
        assertEachAnswerHasItsEntry(room, incidents);
        assertConsistent(room, units);
        assertFeedHasNoGap();
    }

    private void assertEachAnswerHasItsEntry(Room room, List<IncidentId> incidents) {
        var lengths = incidents.stream()
                .collect(Collectors.toMap(id -> id, id -> room.file(id).log().size()));
        var given = new HashSet<String>();
        for (var answer : answered) {
            var entry = answer.entry();
            var incident = answer.incident();
            if (entry != null && incident != null) {
                assertThat(entry).isBetween(1, lengths.get(incident));
                assertThat(given.add(incident + " " + entry))
                        .as("one entry is answered to one edit")
                        .isTrue();
            }
        }
    }

    private void edit(Room room, Random random, List<IncidentId> incidents, List<UnitId> units, String name) {
        var incident = incidents.get(random.nextInt(incidents.size()));
        var unit = units.get(random.nextInt(units.size()));
        var text = "note " + name;
        var command = command(random, incident, incidents.get(random.nextInt(incidents.size())), unit, text);
        try {
            answered.add(room.perform(command));
            saved.put(command instanceof Command.Note ? text : "edit " + name, incident);
        } catch (Refusal refusal) {
            refused.incrementAndGet(); // The rules said no, in words; nothing was aborted.
        }
    }

    private static Command command(Random random, IncidentId incident, IncidentId other, UnitId unit, String text) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Command.Note(incident, text, null);
            case 3 -> new Command.Prioritise(incident, new Priority(1 + random.nextInt(4)), null);
            case 4, 5 -> new Command.Assign(incident, unit, Manner.values()[random.nextInt(3)], true);
            case 6 -> new Command.CancelUnit(incident, unit, null);
            case 7 -> new Command.SetStatus(unit, UnitStatus.EN_ROUTE, null, null);
            case 8 -> new Command.SetStatus(unit, UnitStatus.ON_SCENE, null, null);
            case 9 -> new Command.SetStatus(unit, UnitStatus.AVAILABLE, null, null);
            case 10 ->
                random.nextInt(4) == 0
                        ? new Command.Join(incident, other)
                        : new Command.Close(incident, "settled", null);
            default -> new Command.Reopen(incident, "More to do");
        };
    }

    /** A unit has one current work at most, and its status says how far it is with it. */
    private void assertConsistent(Room room, List<UnitId> units) {
        for (var row : dispatch.board(room.dispatcher).units()) {
            assertThat(units).contains(row.id());
            var current = row.work().stream()
                    .map(UnitRow.Work::stage)
                    .filter(Stage::isCurrent)
                    .toList();
            assertThat(current).hasSizeLessThanOrEqualTo(1);
            assertThat(row.status())
                    .isEqualTo(
                            current.isEmpty()
                                    ? UnitStatus.AVAILABLE
                                    : current.getFirst().unitStatus());
            if (current.isEmpty()) {
                assertThat(row.work()).as("a stack without current work").isEmpty();
            }
        }
    }

    private void assertFeedHasNoGap() {
        assertThat(jdbc.sql("select max(sequence) - min(sequence) + 1 = count(*) from dispatch.change")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void of_eight_people_who_send_for_one_call_at_once_one_does_and_the_others_are_told_who() throws Exception {
        var room = new Room(dispatch);
        for (int round = 0; round < 5; round++) {
            var incident = room.incident();
            var units = IntStream.range(0, THREADS).mapToObj(i -> room.unit()).toList();
            var told = new AtomicInteger();
            inParallel(thread -> {
                var one = room.staff(Role.DISPATCHER);
                try {
                    var send = new Command.Assign(incident, units.get(thread), Manner.NOW, true);
                    dispatch.perform(one, send, room.key());
                } catch (Refusal refusal) {
                    assertThat(refusal).hasMessage("incident-in-hand");
                    told.incrementAndGet();
                }
                return null;
            });
            assertThat(told).hasValue(THREADS - 1);
            assertThat(room.file(incident).assignments()).hasSize(1);
        }
    }

    @Test
    void numbers_of_the_day_are_given_once_each_and_without_a_gap() throws Exception {
        var room = new Room(dispatch);
        var numbers = ConcurrentHashMap.<String>newKeySet();
        inParallel(thread -> {
            for (int i = 0; i < 25; i++) {
                numbers.add(dispatch.takeCall(room.callTaker, room.call("noise", "Loud"), room.key())
                        .number());
            }
            return null;
        });
        assertThat(numbers).hasSize(THREADS * 25);
        assertThat(jdbc.sql("""
                                select bool_and(most = number) from (
                                    select max(day_number) as most, count(*) as number
                                    from dispatch.incident where day > date '2021-01-01' group by day) days""").query(Boolean.class).single()).isTrue();
    }

    private static void inParallel(Function<Integer, Void> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                Callable<Void> task = () -> work.apply(thread);
                running.add(threads.submit(task));
            }
            for (var each : running) {
                each.get();
            }
        }
    }
}
