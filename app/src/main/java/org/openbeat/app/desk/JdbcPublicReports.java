package org.openbeat.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPublicReports {
    private final JdbcClient jdbc;
    private final ReportRows rows;

    JdbcPublicReports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = new ReportRows(json);
    }

    List<Report> list(PublicReports.Selection selection, List<String> categories) {
        var terms = new ArrayList<>(List.of("category = any(:categories) and status <> 'WITHDRAWN' and named is null"));
        var values = new HashMap<String, Object>();
        values.put("categories", categories.toArray(String[]::new));
        values.put("limit", selection.limit());
        values.put("offset", selection.offset());
        if (!selection.references().isEmpty()) {
            terms.add("reference = any(:references)");
            values.put("references", references(selection));
        }
        var open = selection.open();
        if (open != null) {
            terms.add((open ? "" : "not ") + "status in ('RECEIVED', 'UNDERWAY', 'REOPENED')");
        }
        var beat = selection.beat();
        add(terms, values, "beat = :beat", "beat", beat == null ? null : beat.value());
        add(terms, values, "received_at >= :from", "from", JdbcReports.utc(selection.receivedFrom()));
        add(terms, values, "received_at <= :to", "to", JdbcReports.utc(selection.receivedTo()));
        add(terms, values, "changed_at > :changedAfter", "changedAfter", JdbcReports.utc(selection.changedAfter()));
        add(terms, values, "changed_at < :changedBefore", "changedBefore", JdbcReports.utc(selection.changedBefore()));
        return jdbc.sql("""
                        select * from desk.report where %s
                        order by received_at desc, id desc limit :limit offset :offset""".formatted(String.join(" and ", terms)))
                .params(values)
                .query(rows)
                .list();
    }

    private static String[] references(PublicReports.Selection selection) {
        return selection.references().stream().map(Reference::value).toArray(String[]::new);
    }

    private static void add(
            List<String> terms, Map<String, Object> values, String term, String name, @Nullable Object value) {
        if (value != null) {
            terms.add(term);
            values.put(name, value);
        }
    }
}
