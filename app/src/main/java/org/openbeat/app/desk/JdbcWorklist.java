package org.openbeat.app.desk;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of reports for staff, every one through {@link Reach}. */
@Repository
class JdbcWorklist {
    private static final String OPEN = "status in ('RECEIVED', 'UNDERWAY', 'REOPENED')";

    private static final Scope.Columns FACTS =
            new Scope.Columns("agency", "shared_with", "named", "beat", "officer = :scopeAccount");

    private final JdbcClient jdbc;

    JdbcWorklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Conditions that are all fixed text, and the values that they name. */
    private record Condition(String sql, Map<String, Object> values) {}

    /** @param openly whether the reader has stated a purpose: then places are shown that are not theirs to look after */
    Worklist list(Reach reach, Worklist.Search search, Actor reader, boolean openly, Instant now) {
        var whole = condition(reach, search, now);
        var page = after(whole, search.after());
        var lines = jdbc.sql("""
                        select id, reference, category, status, urgent, agency, beat, received_at, due_at, zone,
                            officer_name, photos, case when cast(:openly as boolean) or officer = :reader
                                or exists (select from desk.beat_officer own where own.beat = report.beat
                                    and own.account = :reader and own.until is null)
                                then place_text end as place_text
                        from desk.report where %s order by received_at desc, id desc limit %d""".formatted(page.sql(), Worklist.PAGE + 1))
                .params(page.values())
                .param("openly", openly)
                .param("reader", reader.id())
                .query((row, number) -> read(row))
                .list();
        var more = lines.size() > Worklist.PAGE;
        var shown = more ? lines.subList(0, Worklist.PAGE) : lines;
        var next = more
                ? new Worklist.Cursor(
                        shown.getLast().received(), shown.getLast().id())
                : null;
        return new Worklist(shown, next, count(whole), false);
    }

    private int count(Condition condition) {
        return jdbc.sql("select count(*) from (select 1 from desk.report where %s limit %d) counted"
                        .formatted(condition.sql(), Worklist.MOST_COUNTED + 1))
                .params(condition.values())
                .query(Integer.class)
                .single();
    }

    private static Condition condition(Reach reach, Worklist.Search search, Instant now) {
        var terms = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        var seen = reach.scope().on(FACTS);
        terms.add(seen.sql() + " and category = any(:categories)");
        values.putAll(seen.values());
        values.put("categories", reach.categories().toArray(String[]::new));
        switch (search.which()) {
            case OPEN -> terms.add(OPEN);
            case CLOSED -> terms.add("not " + OPEN);
            case OVERDUE -> {
                terms.add(OPEN + " and due_at < :now");
                values.put("now", now.atOffset(UTC));
            }
            case ALL -> {}
        }
        addSought(search, terms, values);
        return new Condition(String.join(" and ", terms), values);
    }

    private static void addSought(Worklist.Search search, List<String> terms, Map<String, Object> values) {
        var query = SearchWords.query(search.words());
        var reference = Reference.of(search.words().strip());
        if (reference.isPresent() && search.words().contains("-")) { // Without its hyphen it may be a word of eight.
            terms.add("reference = :reference");
            values.put("reference", reference.get().value());
        } else if (!query.isEmpty()) {
            terms.add("words @@ cast(:query as tsquery)");
            values.put("query", query);
        } else if (!search.words().isEmpty()) {
            terms.add("false"); // Only signs that no word has: nothing can match.
        }
        var category = search.category();
        if (category != null) {
            terms.add("category = :category");
            values.put("category", category);
        }
        if (!search.beats().isEmpty()) {
            terms.add("beat = any(:beats)");
            values.put("beats", search.beats().stream().map(BeatCode::value).toArray(String[]::new));
        }
        if (!search.urgent()) {
            terms.add("not urgent");
        }
    }

    private static Condition after(Condition condition, Worklist.@org.jspecify.annotations.Nullable Cursor cursor) {
        if (cursor == null) {
            return condition;
        }
        var values = new HashMap<>(condition.values());
        values.put("received", cursor.received().atOffset(UTC));
        values.put("id", cursor.id());
        return new Condition(condition.sql() + " and (received_at, id) < (:received, :id)", values);
    }

    private static Worklist.Line read(ResultSet row) throws SQLException {
        return new Worklist.Line(
                row.getObject("id", UUID.class),
                new Reference(row.getString("reference")),
                row.getString("category"),
                ReportStatus.valueOf(row.getString("status")),
                row.getBoolean("urgent"),
                new AgencyId(row.getString("agency")),
                ReportRows.beat(row),
                row.getString("place_text"),
                requireNonNull(JdbcReports.instant(row, "received_at")),
                requireNonNull(JdbcReports.instant(row, "due_at")),
                ZoneId.of(row.getString("zone")),
                row.getString("officer_name"),
                row.getInt("photos"));
    }
}
