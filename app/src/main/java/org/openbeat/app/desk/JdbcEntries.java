package org.openbeat.app.desk;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of reports, and who opened them. */
@Repository
class JdbcEntries {
    private final JdbcClient jdbc;

    JdbcEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fact the fact it tells of, which is told once; then true. Null for what the desk did itself. */
    boolean add(ReportId report, Entry entry, @Nullable String fact) {
        var role = entry.role();
        return jdbc.sql("""
                                insert into desk.entry (id, report, at, kind, by_kind, by_id, by_name, by_role, public,
                                    text, detail, fact)
                                values (:id, :report, :at, :kind, :byKind, :byId, :byName, :byRole, :public,
                                    :text, :detail, :fact)
                                on conflict (fact) do nothing""")
                        .param("id", entry.id())
                        .param("report", report.value())
                        .param("at", entry.at().atOffset(UTC))
                        .param("kind", entry.kind().name())
                        .param("byKind", entry.by().name())
                        .param("byId", entry.account())
                        .param("byName", entry.name())
                        .param("byRole", role == null ? null : role.name())
                        .param("public", entry.visible())
                        .param("text", entry.text())
                        .param("detail", entry.detail())
                        .param("fact", fact)
                        .update()
                == 1;
    }

    List<Entry> list(ReportId report) {
        return jdbc.sql("select * from desk.entry where report = :report order by at, id")
                .param("report", report.value())
                .query((row, number) -> read(row))
                .list();
    }

    private static Entry read(ResultSet row) throws SQLException {
        var role = row.getString("by_role");
        return new Entry(
                row.getObject("id", UUID.class),
                requireNonNull(JdbcReports.instant(row, "at")),
                Entry.Kind.valueOf(row.getString("kind")),
                Actor.Kind.valueOf(row.getString("by_kind")),
                row.getString("by_id"),
                row.getString("by_name"),
                role == null ? null : Role.valueOf(role),
                row.getBoolean("public"),
                row.getString("text"),
                row.getString("detail"));
    }

    void addOpening(ReportId report, String account, Tracked.Opening opening) {
        jdbc.sql("""
                        insert into desk.opening (report, at, account, role, agency, why)
                        select id, :at, :account, :role, :agency, :why from desk.report where id = :report""")
                .param("report", report.value())
                .param("at", opening.at().atOffset(UTC))
                .param("account", account)
                .param("role", opening.role().name())
                .param("agency", opening.agency())
                .param("why", opening.why())
                .update();
    }

    List<Tracked.Opening> openings(ReportId report) {
        return jdbc.sql("select role, agency, why, at from desk.opening where report = :report order by at")
                .param("report", report.value())
                .query((row, number) -> new Tracked.Opening(
                        Role.valueOf(row.getString("role")),
                        row.getString("agency"),
                        row.getString("why"),
                        requireNonNull(JdbcReports.instant(row, "at"))))
                .list();
    }
}
