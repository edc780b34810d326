package org.openbeat.app.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Openness;
import org.openbeat.app.desk.PublicReport;
import org.openbeat.app.desk.PublicReports;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.places.Beat;
import org.openbeat.app.places.Places;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** What the public may know of each beat: one way to ask, so that page, feed and file can't tell different things. */
@Service
@EnableConfigurationProperties(DisclosureSettings.class)
public class BeatRecords {
    /** Reports of a beat that are counted; more than any beat has in a year. */
    private static final int MOST = 20_000;

    private static final int LISTED = 100;

    private final Places places;
    private final PublicReports reports;
    private final Surveys surveys;
    private final BeatOfficers officers;
    private final Categories categories;
    private final BlockNames blocks;
    private final DisclosureSettings settings;
    private final Clock clock;

    BeatRecords(
            Places places,
            PublicReports reports,
            Surveys surveys,
            BeatOfficers officers,
            Categories categories,
            BlockNames blocks,
            DisclosureSettings settings,
            Clock clock) {
        this.places = places;
        this.reports = reports;
        this.surveys = surveys;
        this.officers = officers;
        this.categories = categories;
        this.blocks = blocks;
        this.settings = settings;
        this.clock = clock;
    }

    /** A beat in the list of beats. */
    public record Summary(Beat beat, Optional<String> officer, Satisfaction satisfaction) {}

    /** All beats as of now, by code. */
    public List<Summary> list() {
        var since = since();
        return places.beats().stream()
                .map(beat -> new Summary(beat, officer(beat.code()), satisfaction(beat.code(), since)))
                .toList();
    }

    /** A beat as of now; nothing for a code that no beat has. */
    public Optional<BeatRecord> find(BeatCode code) {
        return places.findBeat(code).map(this::of);
    }

    private BeatRecord of(Beat beat) {
        var since = since();
        var all = reports.list(
                new PublicReports.Selection(List.of(), List.of(), null, beat.code(), since, null, null, null, MOST, 0));
        var reported = Few.count(all, PublicReport::category);
        var closed = all.stream().filter(report -> report.outcome() != null).toList();
        var outcomes = Few.count(closed, report -> Objects.requireNonNull(report.outcome()));
        return new BeatRecord(
                beat,
                officer(beat.code()),
                satisfaction(beat.code(), since),
                since,
                reported.counts(),
                reported.rest(),
                outcomes.counts(),
                outcomes.rest(),
                took(closed, reported),
                taken(closed),
                listed(all, reported));
    }

    private Instant since() {
        return clock.instant().minus(settings.period());
    }

    private Optional<String> officer(BeatCode beat) {
        return officers.of(beat).map(BeatOfficers.Officer::name);
    }

    private Satisfaction satisfaction(BeatCode beat, Instant since) {
        return Satisfaction.of(surveys.totals(beat, since));
    }

    private Map<String, TimeTaken> took(List<PublicReport> closed, Few reported) {
        var took = new LinkedHashMap<String, TimeTaken>();
        for (var category : reported.counts().keySet()) {
            taken(closed.stream()
                            .filter(report -> report.category().equals(category))
                            .toList())
                    .ifPresent(taken -> took.put(category, taken));
        }
        return took;
    }

    private static Optional<TimeTaken> taken(List<PublicReport> closed) {
        var took =
                closed.stream().map(PublicReport::took).filter(Objects::nonNull).toList();
        if (took.size() < Satisfaction.ENOUGH) {
            return Optional.empty();
        }
        return Optional.of(TimeTaken.of(
                took, closed.stream().filter(BeatRecords::isWithinStandard).count()));
    }

    private static boolean isWithinStandard(PublicReport report) {
        var took = report.took();
        return took != null && took.compareTo(Duration.between(report.received(), report.due())) <= 0;
    }

    /** Kinds without a position concern people's homes: while they are few, none of them is told singly. */
    private List<ListedReport> listed(List<PublicReport> all, Few reported) {
        return all.stream()
                .filter(report -> categories.get(report.category()).openness() != Openness.BEAT
                        || reported.tells(report.category()))
                .limit(LISTED)
                .map(report -> ListedReport.of(report, blocks.street(report.block())))
                .toList();
    }
}
