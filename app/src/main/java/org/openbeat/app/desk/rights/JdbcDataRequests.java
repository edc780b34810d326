package org.openbeat.app.desk.rights;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.DataRequestId;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDataRequests {
    private static final String REQUEST = """
            select q.*, r.reference, r.agency from desk.data_request q join desk.report r on r.id = q.report
            """;

    private final JdbcClient jdbc;

    JdbcDataRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DataRequestId id, ReportId report, DataRequest.Kind kind, String text, Instant asked, Instant due) {
        jdbc.sql("""
                        insert into desk.data_request (id, report, kind, asked_at, due_at, text, status)
                        values (:id, :report, :kind, :asked, :due, :text, 'OPEN')""")
                .param("id", id.value())
                .param("report", report.value())
                .param("kind", kind.name())
                .param("asked", asked.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .param("text", text)
                .update();
    }

    List<DataRequest> of(ReportId report) {
        return jdbc.sql(REQUEST + "where q.report = :report order by q.asked_at desc, q.id")
                .param("report", report.value())
                .query(JdbcDataRequests::request)
                .list();
    }

    Optional<DataRequest> find(DataRequestId id) {
        return jdbc.sql(REQUEST + "where q.id = :id")
                .param("id", id.value())
                .query(JdbcDataRequests::request)
                .optional();
    }

    Optional<DataRequest> lock(DataRequestId id) {
        return jdbc.sql(REQUEST + "where q.id = :id for update of q")
                .param("id", id.value())
                .query(JdbcDataRequests::request)
                .optional();
    }

    Optional<DataRequest> ofProposal(UUID proposal) {
        return jdbc.sql(REQUEST + "where q.proposal = :proposal for update of q")
                .param("proposal", proposal)
                .query(JdbcDataRequests::request)
                .optional();
    }

    Optional<DataRequest> newestOn(Reference reference) {
        return jdbc.sql(REQUEST + """
                        where r.reference = :reference
                        order by q.status not in ('OPEN', 'PROPOSED'), q.asked_at desc limit 1""")
                .param("reference", reference.value())
                .query(JdbcDataRequests::request)
                .optional();
    }

    List<DataRequest> proposedErasures(UUID report) {
        return jdbc.sql(REQUEST
                        + "where q.report = :report and q.kind = 'ERASURE' and q.status in ('OPEN', 'PROPOSED')")
                .param("report", report)
                .query(JdbcDataRequests::request)
                .list();
    }

    /** Those that wait, the soonest due first, then those answered, the newest first. */
    List<DataRequest> within(AgencyId agency, int most) {
        return jdbc.sql(REQUEST + """
                        where r.agency = :agency or starts_with(r.agency, :agency || '/')
                        order by q.status not in ('OPEN', 'PROPOSED'),
                            case when q.status in ('OPEN', 'PROPOSED') then q.due_at end, q.asked_at desc, q.id
                        limit :most""")
                .param("agency", agency.value())
                .param("most", most)
                .query(JdbcDataRequests::request)
                .list();
    }

    void proposed(DataRequestId id, UUID proposal, Actor by, String text) {
        jdbc.sql("""
                        update desk.data_request set status = 'PROPOSED', proposal = :proposal, decided_by = :by,
                            decided_by_name = :name, decision_text = :text
                        where id = :id""")
                .param("id", id.value())
                .param("proposal", proposal)
                .param("by", by.id())
                .param("name", by.name())
                .param("text", text)
                .update();
    }

    void reopened(DataRequestId id) {
        jdbc.sql("""
                        update desk.data_request set status = 'OPEN', proposal = null, decided_by = null,
                            decided_by_name = null, decision_text = null
                        where id = :id and status = 'PROPOSED'""").param("id", id.value()).update();
    }

    /** Ends it; who granted it before and with which words stays where nobody is named. */
    void ended(
            DataRequestId id,
            DataRequest.Status status,
            @Nullable Actor by,
            @Nullable String text,
            Instant at,
            @Nullable Instant availableUntil) {
        jdbc.sql("""
                        update desk.data_request set status = :status, decided_at = :at,
                            decided_by = coalesce(:by, decided_by), decided_by_name = coalesce(:name, decided_by_name),
                            decision_text = coalesce(:text, decision_text), available_until = :until
                        where id = :id""")
                .param("id", id.value())
                .param("status", status.name())
                .param("at", at.atOffset(UTC))
                .param("by", by == null ? null : by.id(), Types.VARCHAR)
                .param("name", by == null ? null : by.name(), Types.VARCHAR)
                .param("text", text, Types.VARCHAR)
                .param(
                        "until",
                        availableUntil == null ? null : availableUntil.atOffset(UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    int notes(ReportId report) {
        return jdbc.sql("select count(*) from desk.entry where report = :report and not public")
                .param("report", report.value())
                .query(Integer.class)
                .single();
    }

    private static DataRequest request(ResultSet row, int number) throws SQLException {
        return new DataRequest(
                new DataRequestId(row.getObject("id", UUID.class)),
                new ReportId(row.getObject("report", UUID.class)),
                new Reference(row.getString("reference")),
                new AgencyId(row.getString("agency")),
                DataRequest.Kind.valueOf(row.getString("kind")),
                Objects.requireNonNull(instant(row, "asked_at")),
                Objects.requireNonNull(instant(row, "due_at")),
                row.getString("text"),
                DataRequest.Status.valueOf(row.getString("status")),
                row.getObject("proposal", UUID.class),
                decision(row));
    }

    private static DataRequest.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = instant(row, "decided_at");
        return at == null
                ? null
                : new DataRequest.Decision(
                        at,
                        Objects.requireNonNullElse(row.getString("decided_by_name"), ""),
                        Objects.requireNonNullElse(row.getString("decision_text"), ""),
                        instant(row, "available_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
