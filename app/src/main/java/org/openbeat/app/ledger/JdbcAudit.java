package org.openbeat.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.events.PayloadsErased;
import org.openbeat.app.ledger.rows.RowsChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
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

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(long position, UUID entry, byte[] hash) {}

    private record Content(
            UUID id,
            byte @Nullable [] leaf,
            byte @Nullable [] salt,
            byte @Nullable [] payload) {
        static final Content GONE = new Content(new UUID(0, 0), null, null, null);
    }

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
        var contents = new HashMap<UUID, Content>(ids.size() * 2);
        read("id between :from and :to", Map.of("from", ids.get(margin), "to", ids.get(ids.size() - 1 - margin)), contents);
        var rest = ids.stream().filter(id -> !contents.containsKey(id)).toArray();
        if (rest.length > 0) {
            read("id = any(:ids)", Map.of("ids", new SqlArrayValue("uuid", rest)), contents);
        }
        return places.stream()
                .map(place -> scanned(place, contents.getOrDefault(place.entry(), Content.GONE)))
                .toList();
    }

    private List<Place> places(long first, long last) {
        return jdbc.sql("select position, entry, hash from ledger.leaf where position between :first and :last "
                        + "order by position")
                .param("first", first)
                .param("last", last)
                .query((row, number) ->
                        new Place(row.getLong(1), row.getObject(2, UUID.class), row.getBytes(3)))
                .list();
    }

    private void read(String condition, Map<String, ?> parameters, Map<UUID, Content> into) {
        jdbc.sql("select id, leaf, salt, convert_to(payload, 'UTF8') from ledger.entry where " + condition)
                .params(parameters)
                .query(row -> {
                    var id = row.getObject(1, UUID.class);
                    into.put(id, new Content(id, row.getBytes(2), row.getBytes(3), row.getBytes(4)));
                });
    }

    private static ScannedEntry scanned(Place place, Content content) {
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
