package org.openbeat.app.oversight.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.oversight.events.DrawId;
import org.openbeat.engine.tlog.Hash;

/**
 * A random sample that was announced, and perhaps drawn.
 *
 * @param begin earliest, inclusive
 * @param end latest, exclusive
 * @param size how many are drawn; fewer where there are not so many
 * @param population ids of all from which it is drawn, ascending
 * @param secret shown to nobody before {@code taken}
 * @param taken null until it was drawn
 */
public record Draw(
        DrawId id,
        DrawnFrom from,
        Instant begin,
        Instant end,
        int size,
        List<UUID> population,
        byte[] secret,
        Step announced,
        @Nullable Taken taken) {

    public Draw {
        population = List.copyOf(population);
    }

    /** Who did it and when. */
    public record Step(String account, String name, Instant at) {}

    /**
     * How it was drawn.
     *
     * @param words what the second person added
     */
    public record Taken(String words, Step step) {}

    public String commitment() {
        return Lottery.commitment(secret).base64();
    }

    public Hash root() {
        return Lottery.root(population);
    }

    /** The secret in base64 once it may be known; else null. */
    public @Nullable String shownSecret() {
        return taken == null ? null : Hash.of(secret).base64();
    }

    @Override
    public String toString() {
        return "Draw[" + id + "]"; // The secret belongs in no log.
    }
}
