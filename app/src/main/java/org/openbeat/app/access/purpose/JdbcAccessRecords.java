package org.openbeat.app.access.purpose;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNullElse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.access.events.LookedUp.Act;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the access records. */
@Repository
class JdbcAccessRecords {
    private static final int MOST_COUNTED = 10_000;
    private static final String RECORD = """
            select l.*, a.name, coalesce(p.item_reference, p.covers_label, '') as reference
            from access.lookup l left join access.account a on a.id::text = l.account
                left join access.purpose p on p.id = l.purpose
            """;
    private static final String FOUND = """
            where (:person = '' or l.account = :person or position(lower(:person) in lower(a.name)) > 0)
                and (:agency = '' or l.agency = :agency or starts_with(l.agency, :agency || '/'))
                and (:why = '' or coalesce(l.purpose_kind, l.basis) = :why)
                and (:flag = '' or (:flag = 'ANY' and l.flags <> '{}') or :flag = any (l.flags))
                and (:act = '' or l.act = :act) and (:about = '' or l.label = :about)
            """;

    private final JdbcClient jdbc;

    JdbcAccessRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The total is counted to ten thousand and no further. */
    Page<AccessRecord> search(RecordFilter filter, int page, int size) {
        var items = ask(RECORD + FOUND + "order by l.at desc, l.id desc limit :size offset :skipped", filter)
                .param("size", size)
                .param("skipped", (long) (page - 1) * size)
                .query(JdbcAccessRecords::read)
                .list();
        long total = ask("""
                        select count(*) from (select 1 from access.lookup l
                            left join access.account a on a.id::text = l.account %s limit %d) counted""".formatted(FOUND, MOST_COUNTED), filter)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    private StatementSpec ask(String sql, RecordFilter filter) {
        return jdbc.sql(sql)
                .param("person", filter.person())
                .param("agency", filter.agency())
                .param("why", filter.why())
                .param("flag", filter.flag())
                .param("act", filter.act())
                .param("about", filter.about());
    }

    List<AccessRecord> of(Subject subject) {
        return jdbc.sql(RECORD + """
                        where (l.subject_kind = :kind and l.subject_id = :id) or (l.concerns <> '{}' and l.concerns @> array[cast(:concern as text)])
                        order by l.at, l.id""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("concern", JdbcPurposes.text(subject))
                .query(JdbcAccessRecords::read)
                .list();
    }

    List<UUID> underPurpose(Instant begin, Instant end) {
        return jdbc.sql("""
                        select id from access.lookup
                        where at >= :begin and at < :end and basis in ('PURPOSE', 'BREAK_GLASS')
                            and act in ('READ', 'SEARCHED', 'EXPORTED')""")
                .param("begin", begin.atOffset(UTC))
                .param("end", end.atOffset(UTC))
                .query(UUID.class)
                .list();
    }

    AccessRecord get(UUID lookup) {
        return jdbc.sql(RECORD + "where l.id = :id")
                .param("id", lookup)
                .query(JdbcAccessRecords::read)
                .single();
    }

    String words(UUID lookup) {
        return jdbc.sql("""
                        select concat_ws(' / ', p.reason, p.justification) as words
                        from access.lookup l join access.purpose p on p.id = l.purpose where l.id = :id""").param("id", lookup).query(String.class).optional().orElse("");
    }

    List<Notices.Notice> glass() {
        return jdbc.sql("""
                        select p.*, a.name from access.purpose p left join access.account a on a.id::text = p.account
                        where p.kind = 'BREAK_GLASS'
                        order by p.justified_at is not null, p.stated_at desc limit 500""")
                .query((row, number) -> new Notices.Notice(
                        row.getObject("id", UUID.class),
                        JdbcPurposes.read(row, number),
                        requireNonNullElse(row.getString("name"), ""),
                        true))
                .list();
    }

    List<Tally> tallies(Instant since) {
        return jdbc.sql("""
                        with counted as (
                            select account, role,
                                count(*) filter (where basis <> 'ASSIGNED' and act in ('READ', 'SEARCHED')) as stated,
                                count(*) filter (where basis = 'ASSIGNED' and act = 'READ') as assigned,
                                count(distinct purpose) filter (where basis = 'BREAK_GLASS') as glass,
                                count(*) filter (where flags <> '{}') as flagged
                            from access.lookup where at >= :since group by account, role)
                        select a.id::text as account, a.name, r.role, a.agency, coalesce(stated, 0) as stated,
                            coalesce(assigned, 0) as assigned, coalesce(glass, 0) as glass,
                            coalesce(flagged, 0) as flagged
                        from access.account a cross join lateral unnest(a.roles) as r (role)
                            left join counted c on c.account = a.id::text and c.role = r.role
                        where a.closed_at is null or c.account is not null
                        order by r.role, a.name, a.id""")
                .param("since", since.atOffset(UTC))
                .query((row, number) -> new Tally(
                        row.getString("account"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("agency"),
                        row.getInt("stated"),
                        row.getInt("assigned"),
                        row.getInt("glass"),
                        row.getInt("flagged")))
                .list();
    }

    Map<String, Integer> reasons(Instant since) {
        var reasons = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                        select coalesce(purpose_kind, basis) as why, count(*) as times from access.lookup
                        where at >= :since and act in ('READ', 'SEARCHED') group by 1 order by 1""").param("since", since.atOffset(UTC)).query(row -> {
            reasons.put(row.getString("why"), row.getInt("times"));
        });
        return reasons;
    }

    int flagged(Instant since) {
        return jdbc.sql("select count(*) from access.lookup where at >= :since and flags <> '{}'")
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    private static AccessRecord read(ResultSet row, int number) throws SQLException {
        var kind = row.getString("purpose_kind");
        return new AccessRecord(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                requireNonNullElse(row.getString("name"), ""),
                Role.valueOf(row.getString("role")),
                row.getString("agency"),
                Act.valueOf(row.getString("act")),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                row.getString("label"),
                Arrays.asList(texts(row, "fields")),
                Basis.valueOf(row.getString("basis")),
                kind == null ? null : PurposeKind.valueOf(kind),
                row.getString("reference"),
                Arrays.stream(texts(row, "flags")).map(Flag::valueOf).toList(),
                row.getString("words"),
                row.getObject("found", Integer.class),
                row.getString("fingerprint"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
