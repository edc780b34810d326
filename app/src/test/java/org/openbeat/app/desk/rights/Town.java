package org.openbeat.app.desk.rights;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of the agency that answers, with accounts, and reports that they answer. */
public final class Town {
    static final AgencyId CITY = new AgencyId("city");

    private final Access access;
    private final Desk desk;

    public Town(Access access, Desk desk) {
        this.access = access;
        this.desk = desk;
        if (access.agencies().stream().noneMatch(known -> known.id().equals(CITY))) {
            access.addAgency(Actor.SYSTEM, CITY, "Made Up city", null);
        }
    }

    public Actor staff(Role... roles) {
        var name = "town." + UUID.randomUUID();
        return access.openAccount(
                Actor.SYSTEM, new NewAccount(name, "Sam Invented", "long enough secret", CITY, Set.of(roles)));
    }

    public Accepted report(String category, String words, String name, List<PhotoId> photos) {
        var where = new Whereabouts(
                "Flat 3, " + name + " House",
                new GeoPoint(40.00021, -83.00037),
                Whereabouts.Source.ADDRESS,
                false,
                null);
        var report = new NewReport(
                category,
                words,
                where,
                null,
                Map.of(),
                photos,
                new Contact(name, name.toLowerCase(Locale.ROOT) + "@example.org", "555 0123", false),
                Locale.ENGLISH,
                Channel.WEB,
                true);
        return desk.submit(
                Actor.RESIDENT, report, new SubmissionKey(UUID.randomUUID().toString()));
    }

    /** Until every listener has heard what was told of a report. */
    public static void awaitHeard(JdbcClient jdbc, Accepted report) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (jdbc.sql("""
                                select count(*) from event_publication where completion_date is null
                                and position(:report in serialized_event) > 0""")
                                .param("report", report.report().value().toString())
                                .query(Long.class)
                                .single()
                        > 0
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
