package org.openbeat.app.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbeat.app.ledger.events.PayloadsErased;
import org.openbeat.app.ledger.rows.RowsChanged;
import org.openbeat.engine.tlog.Hash;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a check of the whole ledger reads. */
@Repository
class JdbcAudit {

    /**
     * What an entry is about, to name it in a finding.
     *
     * @param act what was done, and to what
     * @param at when it was recorded
     */
    record Named(UUID id, String act, Instant at) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    JdbcAudit(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    private record Place(long position, UUID entry, byte[] hash) {}

    /**
     * Leaves from this position on, each with its entry if there is one. Ids rise with time, so the entries of
     * neighbours lie together: they are read as one range, which is several times faster than one by one, and only those
     * outside of it are looked up.
     */
    List<ScannedEntry> scan(long first, long last) {
        var places = places(first, last);
        if (places.isEmpty()) {
            return List.of();
        }
        var ids = places.stream()
                .map(Place::entry)
                .sorted(JdbcAudit::compareAsPostgres)
                .toList();
        int margin = ids.size() / 100;
        var contents = new HashMap<UUID, EntryContent>(ids.size() * 2);
        read("id between '%s' and '%s'".formatted(ids.get(margin), ids.get(ids.size() - 1 - margin)), contents);
        var rest = ids.stream()
                .filter(id -> !contents.containsKey(id))
                .map(UUID::toString)
                .collect(Collectors.joining("','", "'", "'"));
        if (rest.length() > 2) {
            read("id in (%s)".formatted(rest), contents);
        }
        return places.stream()
                .map(place -> scanned(place, contents.getOrDefault(place.entry(), EntryContent.GONE)))
                .toList();
    }

    /** Ids and hashes of a tile's leaves come as one row: it is the rows that cost. */
    private List<Place> places(long first, long last) {
        var places = new ArrayList<Place>((int) (last - first + 1));
        jdbc.sql("""
                        select array_agg(position order by position), string_agg(uuid_send(entry), '' order by position),
                            string_agg(hash, '' order by position)
                        from ledger.leaf where position between :first and :last
                        group by position / 256 order by position / 256""").param("first", first).param("last", last).query(row -> {
            var positions = (Long[]) row.getArray(1).getArray();
            var ids = ByteBuffer.wrap(row.getBytes(2));
            var hashes = row.getBytes(3);
            for (int i = 0; i < positions.length; i++) {
                places.add(new Place(
                        positions[i],
                        new UUID(ids.getLong(), ids.getLong()),
                        Arrays.copyOfRange(hashes, i * Hash.LENGTH, (i + 1) * Hash.LENGTH)));
            }
        });
        return places;
    }

    /** In PostgreSQL's binary form of COPY, which is read twice as fast as a result set. */
    private void read(String condition, Map<UUID, EntryContent> into) {
        var sql = "copy (select id, leaf, salt, convert_to(payload, 'UTF8') from ledger.entry where " + condition
                + ") to stdout (format binary)";
        template.execute((Connection connection) -> {
            int before = into.size();
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                EntryContent.read(row, into);
            }
            return into.size() - before;
        });
    }

    private static ScannedEntry scanned(Place place, EntryContent content) {
        return new ScannedEntry(
                place.position(), place.entry(), place.hash(), content.leaf(), content.salt(), content.payload());
    }

    /** As unsigned numbers, which Java does not. */
    private static int compareAsPostgres(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    Optional<Named> name(UUID entry) {
        return jdbc.sql("""
                        select id, action || ' on ' || subject_kind || ' ' || subject_id as act, recorded_at
                        from ledger.entry where id = :id""").param("id", entry).query(JdbcAudit::named).optional();
    }

    /** Entries that neither wait nor have a place: there must be none. */
    List<Named> lost(int most) {
        return jdbc.sql("""
                        select id, action || ' on ' || subject_kind || ' ' || subject_id as act, recorded_at
                        from ledger.entry e
                        where not exists (select from ledger.leaf l where l.entry = e.id)
                            and not exists (select from ledger.pending p where p.entry = e.id)
                        order by recorded_at limit :most""").param("most", most).query(JdbcAudit::named).list();
    }

    /** Entries without payload for whose subject no erasure was ever recorded, and lists of changes without theirs. */
    List<Named> erasedWithoutAct(int most) {
        return jdbc.sql("""
                        select id, action || ' on ' || subject_kind || ' ' || subject_id as act, recorded_at
                        from ledger.entry e
                        where payload is null and (action = :rows or not exists (
                            select from ledger.entry a
                            where a.subject_id = e.subject_id and a.subject_kind = e.subject_kind and a.action = :erased))
                        order by recorded_at limit :most""")
                .param("rows", RowsChanged.ACTION)
                .param("erased", PayloadsErased.ACTION)
                .param("most", most)
                .query(JdbcAudit::named)
                .list();
    }

    /** All entries, with a place or without. */
    long entries() {
        return jdbc.sql("select count(*) from ledger.entry").query(Long.class).single();
    }

    long rows() {
        return jdbc.sql("select count(mark) from ledger.row_state")
                .query(Long.class)
                .single();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        return new Named(
                row.getObject("id", UUID.class),
                row.getString("act"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
