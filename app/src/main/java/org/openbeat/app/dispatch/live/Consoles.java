package org.openbeat.app.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.policy.Viewer;
import org.springframework.stereotype.Component;

/**
 * The open consoles and the newest events, which they share. Each console writes in its own (virtual) thread at its own
 * pace and remembers how far it is, so a slow one keeps nobody waiting and holds no queue; when it has fallen too far
 * behind, it goes on from the newest events, sees the gap in the numbers, and asks for what it missed.
 */
@Component
class Consoles {
    static final int KEPT = 4096;

    /** Written again to a console that says nothing of where it is, so that it can see whether it missed something. */
    static final int REPEATED = 64;

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A console connects again after this long and is asked again who it is: on other servers rights end so late. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AtomicReferenceArray<@Nullable LiveEvent> kept = new AtomicReferenceArray<>(KEPT);
    private final Set<Console> open = ConcurrentHashMap.newKeySet();
    private volatile long newest;
    private volatile @Nullable PositionBatch positions;
    private volatile boolean closed;
    private volatile boolean stalled;

    int count() {
        return open.size();
    }

    long newest() {
        return newest;
    }

    /** By the one thread that carries the feed. */
    void publish(Iterable<LiveEvent> events) {
        long last = newest;
        for (var event : events) {
            kept.set(index(event.sequence()), event);
            last = event.sequence();
        }
        newest = last;
        wakeAll();
    }

    void publish(PositionBatch batch) {
        positions = batch;
        wakeAll();
    }

    /** Whether changes cannot be read; a screen that heartbeats still reach must not be taken for live. */
    void stall(boolean now) {
        if (stalled != now) {
            stalled = now;
            wakeAll();
        }
    }

    void start(long sequence) {
        newest = sequence;
        closed = false;
    }

    void close() {
        closed = true;
        wakeAll();
    }

    /** Ends the streams of a person whose rights changed; whoever still may connects again by itself. */
    void end(AccountId account) {
        open.forEach(console -> console.endIfOf(account.toString()));
        wakeAll();
    }

    private void wakeAll() {
        open.forEach(console -> LockSupport.unpark(console.thread));
    }

    private static int index(long sequence) {
        return (int) (sequence & (KEPT - 1));
    }

    @Nullable
    LiveEvent find(long sequence) {
        var event = kept.get(index(sequence));
        return event != null && event.sequence() == sequence ? event : null;
    }

    /**
     * Writes to a console until it goes away, in the thread of its request.
     *
     * @param after the last number that it has; null when it does not say
     */
    void serve(Viewer reader, @Nullable Long after, OutputStream out) throws IOException {
        var console = new Console(reader, after == null ? Math.max(0, newest - REPEATED) : after, out);
        open.add(console);
        try {
            console.run();
        } finally {
            open.remove(console);
        }
    }

    /** One open console. */
    private final class Console {
        private final Thread thread = Thread.currentThread();
        private final Viewer reader;
        private final OutputStream out;
        private long seen;
        private @Nullable PositionBatch shown;
        private long nextBeat;
        private boolean toldStalled;
        private volatile boolean ended;

        Console(Viewer reader, long seen, OutputStream out) {
            this.reader = reader;
            this.seen = seen;
            this.out = out;
        }

        void endIfOf(String account) {
            ended |= reader.actor().id().equals(account);
        }

        void run() throws IOException {
            long end = System.nanoTime() + LONGEST.toNanos();
            write("retry: 2000\nevent: hello\ndata: {\"last\":" + newest + "}\n\n");
            out.flush(); // Or it would lie here until something happens, and the console would seem dead.
            while (!closed
                    && !ended
                    && System.nanoTime() - end < 0
                    && !Thread.currentThread().isInterrupted()) {
                if (writeState() | writeEvents() | writePositions() | writeHeartbeat()) {
                    out.flush();
                } else {
                    LockSupport.parkNanos(this, Math.max(1, nextBeat - System.nanoTime()));
                }
            }
        }

        private boolean writeState() throws IOException {
            boolean now = stalled;
            if (toldStalled == now) {
                return false;
            }
            toldStalled = now;
            write("event: state\ndata: {\"stalled\":" + now + "}\n\n");
            return true;
        }

        private boolean writeEvents() throws IOException {
            long upTo = newest;
            if (seen >= upTo) {
                return false;
            }
            if (upTo - seen > KEPT - REPEATED) {
                seen = upTo - REPEATED;
            }
            while (seen < upTo) {
                var event = find(++seen);
                if (event != null && !ended) { // Otherwise it was overwritten meanwhile; the console sees the gap.
                    out.write(event.bytesFor(reader));
                }
            }
            return true;
        }

        private boolean writePositions() throws IOException {
            var batch = positions;
            if (batch == null || batch == shown) {
                return false;
            }
            shown = batch;
            var bytes = batch.bytesFor(reader);
            out.write(bytes);
            return bytes.length > 0;
        }

        private boolean writeHeartbeat() throws IOException {
            if (System.nanoTime() - nextBeat < 0) {
                return false;
            }
            write("event: ping\ndata: {\"last\":" + seen + "}\n\n");
            return true;
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            nextBeat = System.nanoTime() + HEARTBEAT.toNanos();
        }
    }
}
