package org.openbeat.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.stereotype.Component;

/**
 * What anyone may know of reports. Categories that are never public are in no list, no feed and no total, and a reference
 * of one is unknown here.
 */
@Component
public class PublicReports {
    /** Two thousandths of a degree: about 220 m from south to north. */
    private static final double BLOCK_DEGREES = 0.002;

    private final JdbcPublicReports store;
    private final Categories categories;

    PublicReports(JdbcPublicReports store, Categories categories) {
        this.store = store;
        this.categories = categories;
    }

    /**
     * Which public reports.
     *
     * @param references only these; when given, nothing else counts
     * @param categories only these; empty for all that are public
     * @param open true for open, false for closed, null for both
     * @param beat only this beat
     * @param receivedFrom received at or after; in UTC
     * @param receivedTo received at or before
     * @param changedAfter changed after
     * @param changedBefore changed before
     * @param limit most to return
     * @param offset how many to leave out first
     */
    public record Selection(
            List<Reference> references,
            List<String> categories,
            @Nullable Boolean open,
            @Nullable BeatCode beat,
            @Nullable Instant receivedFrom,
            @Nullable Instant receivedTo,
            @Nullable Instant changedAfter,
            @Nullable Instant changedBefore,
            int limit,
            int offset) {
        public Selection {
            references = List.copyOf(references);
            categories = List.copyOf(categories);
        }

        /** The latest of a beat. */
        public static Selection ofBeat(BeatCode beat, int limit) {
            return new Selection(List.of(), List.of(), null, beat, null, null, null, null, limit, 0);
        }

        public static Selection of(List<Reference> references) {
            return new Selection(references, List.of(), null, null, null, null, null, null, references.size(), 0);
        }
    }

    public Optional<PublicReport> find(Reference reference) {
        return list(Selection.of(List.of(reference))).stream().findFirst();
    }

    /** Newest first. Withdrawn reports are not public. */
    public List<PublicReport> list(Selection selection) {
        return store.list(selection, publicCategories(selection)).stream()
                .map(this::coarsened)
                .toList();
    }

    private List<String> publicCategories(Selection selection) {
        var wanted = Set.copyOf(selection.categories());
        return categories.publicCodes().stream()
                .filter(code -> wanted.isEmpty() || wanted.contains(code))
                .toList();
    }

    private PublicReport coarsened(Report report) {
        var closing = report.closing();
        var closed = report.times().closed();
        return new PublicReport(
                report.reference(),
                report.category(),
                report.status(),
                report.responsible().agency(),
                report.responsible().beat(),
                block(report),
                report.times().received(),
                report.times().due(),
                report.times().changed(),
                closed,
                report.times().zone(),
                closing.outcome(),
                closing.releasedBy() == null ? null : closing.text(),
                closed == null ? null : Duration.between(report.times().received(), closed));
    }

    private @Nullable GeoPoint block(Report report) {
        var point = report.content().where().point();
        var shown = switch (categories.get(report.category()).openness()) {
            case NEIGHBOURS, AREA -> true;
            case BEAT, NEVER -> false;
        };
        return point == null || !shown ? null : block(point);
    }

    /** The middle of the block; every position in a block gives the same, so the block is all that can be learnt. */
    static GeoPoint block(GeoPoint point) {
        double latitude = middle(point.latitude(), BLOCK_DEGREES);
        // Degrees of longitude are shorter away from the equator; reckoned from the block's own latitude, not the
        // point's.
        double width = BLOCK_DEGREES / Math.max(0.05, Math.cos(Math.toRadians(latitude)));
        double longitude = middle(point.longitude(), width);
        return new GeoPoint(Math.clamp(round(latitude), -90, 90), Math.clamp(round(longitude), -180, 180));
    }

    private static double middle(double degrees, double size) {
        return (Math.floor(degrees / size) + 0.5) * size;
    }

    private static double round(double degrees) {
        return Math.round(degrees * 100_000) / 100_000.0;
    }
}
