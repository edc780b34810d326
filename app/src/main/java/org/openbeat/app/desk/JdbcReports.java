package org.openbeat.app.desk;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reports, their history and their links. */
@Repository
class JdbcReports {
    private static final String INSERT = """
            insert into desk.report (id, submission, secret, reference, category, category_sent, agency, beat, status,
                channel, language, received_at, due_at, answer_hours, changed_at, zone, description, occurred_at,
                answers, place_text, place_source, latitude, longitude, place_approximate, place_outside, contact_name,
                contact_email, contact_phone, name_hidden, neighbours_may_read, urgent, content_hash, photos, words)
            values (:id, :submission, :secret, :reference, :category, :category, :agency, :beat, :status,
                :channel, :language, :received, :due, :hours, :received, :zone, :description, :occurred,
                cast(:answers as jsonb), :place, :source, :latitude, :longitude, :approximate, :outside, :name,
                :email, :phone, :hidden, :neighbours, :urgent, :hash, :photos, array_to_tsvector(:words))
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReportRows rows;

    JdbcReports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new ReportRows(json);
    }

    byte[] linkKey() {
        return jdbc.sql("select key from desk.link_key").query(byte[].class).single();
    }

    /** Stores it, unless the submission was stored before: then false. One statement, pictures or not. */
    boolean add(Report report, Submission submission, Collection<PhotoId> photos) {
        if (photos.isEmpty()) {
            return fill(jdbc.sql(INSERT), report, submission).update() == 1;
        }
        var ids = photos.stream().map(PhotoId::value).toArray(UUID[]::new);
        return fill(jdbc.sql("with stored as (" + INSERT + """
                             returning id), kept as (
                             update desk.photo set report = stored.id, draft = null
                             from stored where photo.id = any(:ids) and photo.report is null)
                        select count(*) from stored"""), report, submission)
                        .param("ids", ids)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private StatementSpec fill(StatementSpec insert, Report report, Submission submission) {
        var content = report.content();
        var where = content.where();
        var point = where.point();
        return common(insert, report)
                .param("submission", submission.id())
                .param("secret", submission.link().hash())
                .param("channel", content.channel().name())
                .param("language", content.language().toLanguageTag())
                .param("received", report.times().received().atOffset(UTC))
                .param("zone", report.times().zone().getId())
                .param("description", content.description())
                .param("occurred", utc(report.times().occurred()))
                .param("answers", json.writeValueAsString(content.answers()))
                .param("place", where.text())
                .param("source", where.source().name())
                .param("latitude", point == null ? null : point.latitude())
                .param("longitude", point == null ? null : point.longitude())
                .param("approximate", where.approximate())
                .param("outside", content.outside())
                .param("neighbours", content.neighboursMayRead())
                .param("hash", HexFormat.of().parseHex(report.contentHash()))
                .param("photos", content.photos())
                .param("words", words(report));
    }

    private static String[] words(Report report) {
        var reference = report.reference().value().replace("-", "");
        return SearchWords.of(
                        report.content().description(), report.content().where().text(), reference)
                .toArray(String[]::new);
    }

    private static StatementSpec common(StatementSpec statement, Report report) {
        var contact = report.contact();
        var beat = report.responsible().beat();
        return statement
                .param("id", report.id().value())
                .param("reference", report.reference().value())
                .param("category", report.category())
                .param("agency", report.responsible().agency().value())
                .param("beat", beat == null ? null : beat.value())
                .param("status", report.status().name())
                .param("due", report.times().due().atOffset(UTC))
                .param("hours", (int) report.times().standard().toHours())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("hidden", contact.nameHidden())
                .param("urgent", report.urgent());
    }

    /** What may change of a report; what was sent stays. */
    void replace(Report report) {
        var closing = report.closing();
        var original = closing.duplicateOf();
        var named = report.sharing().named();
        common(jdbc.sql("""
                        update desk.report set category = :category, agency = :agency, beat = :beat, status = :status,
                            due_at = :due, answer_hours = :hours, changed_at = :changed, answered_at = :answered,
                            closed_at = :closed, contact_name = :name, contact_email = :email, contact_phone = :phone,
                            name_hidden = :hidden, urgent = :urgent, officer = :officer, officer_name = :officerName,
                            duplicate_of = :original, outcome = :outcome, outcome_text = :outcomeText,
                            outcome_released_by = :releasedBy, shared_with = :sharedWith, named = :named
                        where id = :id and reference = :reference"""), report)
                .param("changed", report.times().changed().atOffset(UTC))
                .param("answered", utc(report.times().answered()))
                .param("closed", utc(report.times().closed()))
                .param("officer", report.responsible().officer())
                .param("officerName", report.responsible().officerName())
                .param("original", original == null ? null : original.value())
                .param("outcome", closing.outcome())
                .param("outcomeText", closing.text())
                .param("releasedBy", closing.releasedBy())
                .param("sharedWith", texts(report.sharing().with()))
                .param("named", named == null ? null : named.toArray(String[]::new), Types.ARRAY)
                .update();
    }

    private static String[] texts(Set<AgencyId> agencies) {
        return agencies.stream().map(AgencyId::value).toArray(String[]::new);
    }

    Optional<Report> find(Reference reference) {
        return jdbc.sql("select * from desk.report where reference = :reference")
                .param("reference", reference.value())
                .query(rows)
                .optional();
    }

    Optional<Report> findBySubmission(Submission submission) {
        return jdbc.sql("select * from desk.report where submission = :submission")
                .param("submission", submission.id())
                .query(rows)
                .optional();
    }

    Optional<Report> find(ReportId id) {
        return jdbc.sql("select * from desk.report where id = :id")
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    /** Held until the transaction ends, so that two changes never overwrite each other. */
    Optional<Report> lock(ReportId id) {
        return jdbc.sql("select * from desk.report where id = :id for update")
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    Optional<Report> findBySender(LinkSecret link) {
        return jdbc.sql("select * from desk.report where secret = :secret")
                .param("secret", link.hash())
                .query(rows)
                .optional();
    }

    Optional<Report> findByFollower(LinkSecret link) {
        return jdbc.sql("""
                        select report.* from desk.follower join desk.report on report.id = follower.report
                        where follower.secret = :secret""").param("secret", link.hash()).query(rows).optional();
    }

    void addFollower(ReportId report, LinkSecret link, Instant since) {
        jdbc.sql("insert into desk.follower (secret, report, since) values (:secret, :report, :since)")
                .param("secret", link.hash())
                .param("report", report.value())
                .param("since", since.atOffset(UTC))
                .update();
    }

    int followers(ReportId report) {
        return jdbc.sql("select count(*) from desk.follower where report = :report")
                .param("report", report.value())
                .query(Integer.class)
                .single();
    }

    /** Hashes of stored pictures that belong to no report yet or to the one of this submission. */
    Map<PhotoId, byte[]> photoHashes(Collection<PhotoId> photos) {
        var hashes = new HashMap<PhotoId, byte[]>();
        if (!photos.isEmpty()) {
            jdbc.sql("select id, sha256 from desk.photo where id = any(:ids)")
                    .param("ids", photos.stream().map(PhotoId::value).toArray(UUID[]::new))
                    .query((ResultSet row) -> {
                        hashes.put(new PhotoId(row.getObject("id", UUID.class)), row.getBytes("sha256"));
                    });
        }
        return hashes;
    }

    /** The pictures of each of these reports, in the order in which they were stored. */
    Map<ReportId, List<PhotoId>> photos(Collection<ReportId> reports) {
        var photos = new HashMap<ReportId, List<PhotoId>>();
        if (!reports.isEmpty()) {
            jdbc.sql("select report, id from desk.photo where report = any(:reports) order by id")
                    .param("reports", reports.stream().map(ReportId::value).toArray(UUID[]::new))
                    .query((ResultSet row) -> {
                        var report = new ReportId(row.getObject("report", UUID.class));
                        photos.computeIfAbsent(report, id -> new ArrayList<>())
                                .add(new PhotoId(row.getObject("id", UUID.class)));
                    });
        }
        return photos;
    }

    /** Open reports of a category in a box around a point, that neighbours may read. */
    List<Report> near(String category, GeoPoint point, double metres, Instant since) {
        double latitudes = metres / 111_000;
        double longitudes = latitudes / Math.max(0.01, Math.cos(Math.toRadians(point.latitude())));
        return jdbc.sql("""
                        select * from desk.report
                        where category = :category and latitude between :south and :north
                            and longitude between :west and :east and received_at >= :since
                            and neighbours_may_read and named is null and status in ('RECEIVED', 'UNDERWAY', 'REOPENED')
                        order by received_at desc limit 50""")
                .param("category", category)
                .param("south", point.latitude() - latitudes)
                .param("north", point.latitude() + latitudes)
                .param("west", point.longitude() - longitudes)
                .param("east", point.longitude() + longitudes)
                .param("since", since.atOffset(UTC))
                .query(rows)
                .list();
    }

    static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, java.time.OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
