package org.openbeat.app.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.replay.BoardLog;
import org.openbeat.app.dispatch.replay.Shown;
import org.openbeat.app.dispatch.replay.ShownRows;
import org.openbeat.app.kernel.Actor;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class FeedPumpTest {
    private volatile boolean gone;
    private volatile @Nullable CountDownLatch silent;

    private final Clock clock = Clock.systemUTC();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Consoles consoles = new Consoles();
    private final FeedPump pump = new FeedPump(
            new Store(),
            new LiveRows(null, null, json, clock),
            new BoardLog(new Nothing(), null, clock),
            new Nothing(),
            consoles,
            json,
            clock,
            new SimpleMeterRegistry());

    @Test
    void a_screen_is_told_when_changes_can_no_longer_be_read_and_when_they_can_again() throws Exception {
        watch(lines -> {
            gone = true;
            await(lines, "data: {\"stalled\":true}");
            gone = false;
            await(lines, "data: {\"stalled\":false}");
        });
    }

    @Test
    void a_database_that_does_not_answer_is_told_like_one_that_is_gone() throws Exception {
        watch(lines -> {
            var stopped = new CountDownLatch(1);
            silent = stopped;
            await(lines, "data: {\"stalled\":true}");
            silent = null;
            stopped.countDown();
            await(lines, "data: {\"stalled\":false}");
        });
    }

    private void watch(Consumer<Scanner> drill) throws Exception {
        pump.start();
        try (var heard = new PipedInputStream();
                var written = new PipedOutputStream(heard);
                var lines = new Scanner(heard, UTF_8)) {
            var screen = Thread.ofVirtual().start(() -> serve(consoles, written));
            await(lines, "event: hello");
            drill.accept(lines);
            pump.stop();
            screen.join();
        }
    }

    private static void serve(Consoles consoles, PipedOutputStream out) {
        try {
            consoles.serve(Viewer.of(Actor.SYSTEM), null, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Scanner lines, String wanted) {
        while (lines.hasNextLine()) {
            if (lines.nextLine().equals(wanted)) {
                return;
            }
        }
        assertThat(wanted).as("the stream ended without it").isNull();
    }

    /** A database that can be pulled. */
    private final class Store implements Changes {
        @Override
        public void append(Map<ChangeFeed.Subject, ? extends Collection<String>> subjects) {}

        @Override
        public long last() {
            return ask(0L);
        }

        @Override
        public long oldest() {
            return ask(0L);
        }

        @Override
        public List<Change> after(long sequence, int limit) {
            return ask(List.of());
        }

        @Override
        public int forget(Instant before) {
            return ask(0);
        }

        private <T> T ask(T answer) {
            var stopped = silent;
            if (stopped != null) {
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (gone) {
                throw new DataAccessResourceFailureException("pulled");
            }
            return answer;
        }
    }

    private static final class Nothing implements ShownRows {
        @Override
        public void keep(Collection<Shown> rows) {}

        @Override
        public List<UUID> incidentsNeverShown() {
            return List.of();
        }

        @Override
        public List<UUID> unitsNeverShown() {
            return List.of();
        }

        @Override
        public List<Then> incidents(Scope reader, Instant at) {
            return List.of();
        }

        @Override
        public List<Then> units(Scope reader, Instant at) {
            return List.of();
        }

        @Override
        public List<Shown> of(IncidentId incident, int most) {
            return List.of();
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }
}
