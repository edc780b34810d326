package org.openbeat.app.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.events.IntervalsExported;
import org.openbeat.app.dispatch.intervals.IntervalQuestion;
import org.openbeat.app.dispatch.intervals.IntervalReport;
import org.openbeat.app.dispatch.intervals.ResponseRecords;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long each part of a response takes, by place, priority and hour; never by person. */
@Component
public class Intervals {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST = 100_000;

    private final ResponseRecords records;
    private final Duties duties;
    private final Journal journal;
    private final Clock clock;

    Intervals(ResponseRecords records, Duties duties, Journal journal, Clock clock) {
        this.records = records;
        this.duties = duties;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The report over the incidents that the reader sees.
     *
     * @throws Refusal {@code period-implausible} where it ends before it begins or is longer than 400 days;
     *     {@code period-too-full} where it has more than 100,000 incidents
     */
    public IntervalReport report(Actor actor, IntervalQuestion question) {
        duties.requireRoom(actor);
        if (actor.kind() != Actor.Kind.SYSTEM && actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        var period = Duration.between(question.from(), question.to());
        if (!period.isPositive() || period.compareTo(LONGEST) > 0) {
            throw new Refusal(Refusal.Kind.INVALID, "period-implausible", LONGEST.toDays());
        }
        var reader = Policy.scope(Viewer.of(actor), Act.READ, Kind.INCIDENT);
        var found = records.between(reader, question.from(), question.to(), clock.instant(), MOST + 1);
        if (found.size() > MOST) {
            throw new Refusal(Refusal.Kind.INVALID, "period-too-full", MOST);
        }
        return IntervalReport.of(question, found);
    }

    /** The report as CSV; that it was taken out is recorded, with its fingerprint. */
    @Transactional
    public String export(Actor actor, IntervalQuestion question) {
        var report = report(actor, question);
        var csv = report.csv();
        var agency = actor.agency();
        if (agency != null) {
            journal.publish(new IntervalsExported(
                    agency,
                    question.interval().name(),
                    question.grouping().name(),
                    report.lines().size(),
                    fingerprint(csv),
                    actor,
                    clock.instant()));
        }
        return csv;
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
