package org.openbeat.app.dispatch.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBoards implements Boards {
    private static final String INCIDENT = """
            select i.id, i.number, i.day_number, i.status, i.type, i.priority, i.agency, i.opened_by_agency, i.summary,
                i.location_text, i.latitude, i.longitude, i.location_trust, i.beat, i.zone, i.opened_at,
                i.waiting_since, p.answer_within_seconds, i.last_contact_at, i.closed_at, i.disposition,
                i.close_due_at, i.duplicate_of, i.shared_with, i.named, i.claimed_by, i.claimed_by_name,
                i.claimed_at, i.version,
                (select json_agg(json_build_object('unit', a.unit, 'callSign', a.call_sign, 'agency', a.agency,
                        'stage', a.stage, 'since',
                        coalesce(a.transporting_at, a.on_scene_at, a.en_route_at, a.acknowledged_at, a.started_at,
                            a.assigned_at)) order by a.assigned_at, a.id)
                    from dispatch.on_incident a
                    where a.incident = i.id and a.ended_at is null) as on_it
            from dispatch.incident i join dispatch.priority p on p.level = i.priority
            """;

    private static final Scope.Columns INCIDENT_FACTS =
            new Scope.Columns("i.agency", "i.shared_with", "i.named", null, null);
    private static final Scope.Columns UNIT_FACTS = new Scope.Columns("u.agency", null, null, null, null);

    private static final String UNIT = """
            select u.id, u.call_sign, u.type, u.agency, u.skills, u.status, u.status_since, u.last_contact_at,
                u.shift_ends_at, u.version, l.latitude as seen_latitude, l.longitude as seen_longitude,
                l.accuracy_metres, l.speed_mps, l.heading_degrees, l.at as seen_at,
                (select json_agg(json_build_object('incident', i.id, 'number', i.number, 'stage', a.stage)
                        order by case a.stage when 'STACKED' then 1 else 0 end, a.place, a.id)
                    from dispatch.assignment a join dispatch.incident i on i.id = a.incident
                    where a.unit = u.id and a.ended_at is null) as work,
                array(select c.name from dispatch.crew c where c.unit = u.id and c.until is null order by c.name)
                    as crew
            from dispatch.unit u left join dispatch.last_position l on l.unit = u.id
            """;

    /** Nobody turns to a later page than this; counting further would only make the list slow. */
    private static final int COUNTED_AT_MOST = 1000;

    private static final Pattern FULL_NUMBER = Pattern.compile("\\d{4}-\\d{2}-\\d{2}/\\d{1,9}");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern RUN = Pattern.compile("\\p{IsIdeographic}+|\\P{IsIdeographic}+");

    private final JdbcClient jdbc;
    private final BoardRows rows;
    private final Timer openQuery;

    JdbcBoards(JdbcClient jdbc, BoardRows rows, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.openQuery = Timer.builder("openbeat.board.query")
                .description("The one query for the open incidents of the board")
                .register(meters);
    }

    @Override
    public List<IncidentRow> open(Scope reader, Instant now) {
        return openQuery.record(() -> readOpen(reader, now));
    }

    private List<IncidentRow> readOpen(Scope reader, Instant now) {
        var seen = reader.on(INCIDENT_FACTS);
        return jdbc.sql(INCIDENT + "where i.status <> 'CLOSED' and " + seen.sql() + """
                         order by i.priority, i.opened_at, i.id""")
                .params(seen.values())
                .query((row, number) -> rows.incident(row, now))
                .list();
    }

    @Override
    public int countOpen() {
        return jdbc.sql("select dispatch.count_open()").query(Integer.class).single();
    }

    @Override
    public WaitingWork waiting(Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where i.status = 'WAITING') as waiting,
                            count(*) filter (where i.status = 'WAITING' and i.waiting_since
                                < cast(:now as timestamptz) - p.answer_within_seconds * interval '1 second') as overdue,
                            min(i.waiting_since) filter (where i.status = 'WAITING') as oldest,
                            count(*) filter (where i.status = 'ATTENDED') as attended
                        from dispatch.incident i join dispatch.priority p on p.level = i.priority
                        where i.status <> 'CLOSED'""")
                .param("now", Timestamp.from(now))
                .query((row, number) -> new WaitingWork(
                        row.getInt("waiting"),
                        row.getInt("overdue"),
                        BoardRows.instant(row, "oldest"),
                        row.getInt("attended")))
                .single();
    }

    @Override
    public List<UnitRow> units(Scope reader, Instant now) {
        var seen = reader.on(UNIT_FACTS);
        return jdbc.sql(UNIT + "where u.closed_at is null and " + seen.sql() + " order by u.call_sign")
                .params(seen.values())
                .query((row, number) -> rows.unit(row, now))
                .list();
    }

    @Override
    public List<IncidentRow> rows(Collection<UUID> incidents, Instant now) {
        return jdbc.sql(INCIDENT + "where i.id = any (:ids)")
                .param("ids", incidents.toArray(UUID[]::new))
                .query((row, number) -> rows.incident(row, now))
                .list();
    }

    @Override
    public List<UnitRow> unitRows(Collection<UUID> units, Instant now) {
        return jdbc.sql(UNIT + "where u.id = any (:ids)")
                .param("ids", units.toArray(UUID[]::new))
                .query((row, number) -> rows.unit(row, now))
                .list();
    }

    @Override
    public Page<IncidentRow> history(Scope reader, IncidentSearch search, Instant now) {
        var found =
                "where " + condition(search) + """
                 and (cast(:status as text) is null or (:status = 'open') = (i.status <> 'CLOSED')) and
                """ + reader.on(INCIDENT_FACTS).sql();
        var list = ask(INCIDENT + found + """
                         order by i.opened_at desc, i.id desc limit :size offset :skipped""", reader, search)
                .param("size", search.size())
                .param("skipped", (long) (search.page() - 1) * search.size())
                .query((row, number) -> rows.incident(row, now))
                .list();
        long total = ask(
                        "select count(*) from (select 1 from dispatch.incident i " + found + " limit :most) counted",
                        reader,
                        search)
                .param("most", COUNTED_AT_MOST)
                .query(Long.class)
                .single();
        return new Page<>(list, search.page(), search.size(), total);
    }

    private static String condition(IncidentSearch search) {
        var text = search.text();
        if (text.isEmpty()) {
            return "cast(:text as text) is not null";
        }
        if (FULL_NUMBER.matcher(text).matches()) {
            return "i.number = :text";
        }
        if (DAY_NUMBER.matcher(text).matches()) {
            return "i.day_number = cast(:text as int)";
        }
        return "i.words @@ to_tsquery('simple', :text)";
    }

    private StatementSpec ask(String sql, Scope reader, IncidentSearch search) {
        return jdbc.sql(sql)
                .param("text", query(search.text()))
                .param("status", search.status(), Types.VARCHAR)
                .params(reader.on(INCIDENT_FACTS).values());
    }

    /** Every word must occur, each as the beginning of one; Chinese words by their pairs of characters. */
    private static String query(String text) {
        if (FULL_NUMBER.matcher(text).matches() || DAY_NUMBER.matcher(text).matches()) {
            return text;
        }
        return NO_WORD.splitAsStream(text)
                .flatMap(word -> RUN.matcher(word).results())
                .map(MatchResult::group)
                .flatMap(JdbcBoards::words)
                .collect(Collectors.joining(" & "));
    }

    private static Stream<String> words(String run) {
        var letters = run.codePoints().toArray();
        if (letters.length < 2 || !Character.isIdeographic(letters[0])) {
            return Stream.of(run + ":*");
        }
        return IntStream.range(0, letters.length - 1).mapToObj(each -> new String(letters, each, 2));
    }

    @Override
    public Nearby nearby(Scope reader, @Nullable GeoPoint point, String locationText, Instant now) {
        var sql = INCIDENT + """
                where (i.status <> 'CLOSED') = :open and (lower(i.location_text) = lower(:text)
                    or (i.latitude between :latitude - :span and :latitude + :span
                        and i.longitude between :longitude - :span * 2 and :longitude + :span * 2))
                    and i.duplicate_of is null and
                """ + reader.on(INCIDENT_FACTS).sql() + " order by i.opened_at desc limit 20";
        return new Nearby(
                neighbours(sql, true, 0.005, reader, point, locationText, now).stream()
                        .sorted(Comparator.comparingInt(Nearby.Neighbour::metres))
                        .limit(5)
                        .toList(),
                neighbours(sql, false, 0.0005, reader, point, locationText, now).stream()
                        .limit(10)
                        .toList());
    }

    private List<Nearby.Neighbour> neighbours(
            String sql,
            boolean open,
            double span,
            Scope reader,
            @Nullable GeoPoint point,
            String locationText,
            Instant now) {
        return jdbc.sql(sql)
                .param("open", open)
                .param("text", locationText.strip())
                .param("latitude", point == null ? null : point.latitude(), Types.DOUBLE)
                .param("longitude", point == null ? null : point.longitude(), Types.DOUBLE)
                .param("span", span)
                .params(reader.on(INCIDENT_FACTS).values())
                .query((row, number) -> neighbour(rows.incident(row, now), point))
                .list();
    }

    private static Nearby.Neighbour neighbour(IncidentRow row, @Nullable GeoPoint point) {
        var there = row.point();
        var metres = point == null || there == null ? -1 : (int) Math.round(point.metresTo(there));
        return new Nearby.Neighbour(row, metres);
    }

    @Override
    public List<IncidentId> workOf(UnitId unit) {
        return jdbc.sql("""
                        select incident from dispatch.assignment where unit = :unit and ended_at is null
                        order by case stage when 'STACKED' then 1 else 0 end, place, id""")
                .param("unit", unit.value())
                .query((row, number) -> new IncidentId(row.getObject("incident", UUID.class)))
                .list();
    }
}
