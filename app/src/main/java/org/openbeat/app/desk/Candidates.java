package org.openbeat.app.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.GeoPoint;

/** Chooses which of the reports nearby are shown as perhaps the same. */
final class Candidates {
    private static final int MOST = 3;

    private Candidates() {}

    static List<Candidate> nearest(List<Report> near, GeoPoint point, DeskSettings settings, JdbcReports reports) {
        var chosen = near.stream()
                .map(report -> candidate(report, point, List.of()))
                .filter(Objects::nonNull)
                .filter(candidate -> candidate.metres() <= settings.duplicateMetres())
                .sorted(Comparator.comparingDouble(Candidate::metres))
                .limit(MOST)
                .toList();
        var photos = reports.photos(chosen.stream().map(Candidate::report).toList());
        return chosen.stream().map(candidate -> withPhotos(candidate, photos)).toList();
    }

    private static @Nullable Candidate candidate(Report report, GeoPoint point, List<PhotoId> photos) {
        var at = report.content().where().point();
        return at == null
                ? null
                : new Candidate(
                        report.id(),
                        report.category(),
                        report.content().description(),
                        report.content().where().text(),
                        report.status(),
                        report.times().received(),
                        report.times().zone(),
                        point.metresTo(at),
                        photos);
    }

    private static Candidate withPhotos(Candidate candidate, Map<ReportId, List<PhotoId>> photos) {
        return new Candidate(
                candidate.report(),
                candidate.category(),
                candidate.description(),
                candidate.place(),
                candidate.status(),
                candidate.received(),
                candidate.zone(),
                candidate.metres(),
                photos.getOrDefault(candidate.report(), List.of()));
    }
}
