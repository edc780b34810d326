package org.openbeat.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.TileCodec;
import org.openbeat.engine.tlog.TilePath;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.openbeat.engine.tlog.TilePath.HashTile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The tree: leaves in order, hashes of the tiles above them, and the signed head. Lateral joins with a limit keep the
 * planner to look-ups by key whatever its statistics say of a table that only grows.
 */
@Repository
class JdbcTree {

    /** Any number, the same for every server: who holds it may write the tree. */
    private static final long LOCK = 0x6c65_6467_6572L;

    /**
     * A hash of a tile above the leaves.
     *
     * @param level level of the tile, from 1
     * @param position position in the level
     * @param hash over 256^level entries
     */
    record TileHash(int level, long position, Hash hash) {}

    private final JdbcClient jdbc;

    JdbcTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes this transaction the only writer of the tree among all servers until it ends. */
    void becomeOnlyWriter() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .listOfRows();
    }

    Optional<Head> head() {
        return jdbc.sql("select size, root, note, signed_at from ledger.head")
                .query((row, number) -> new Head(
                        row.getLong("size"),
                        Hash.of(row.getBytes("root")),
                        row.getString("note"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void replaceHead(Head head) {
        jdbc.sql("""
                        insert into ledger.head (size, root, note, signed_at) values (:size, :root, :note, :at)
                        on conflict (only_one) do update set size = excluded.size, root = excluded.root,
                            note = excluded.note, signed_at = excluded.signed_at""")
                .param("size", head.size())
                .param("root", head.root().bytes())
                .param("note", head.note())
                .param("at", head.signedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Places entries one after the other, the first at this position. */
    void addLeaves(long first, List<UUID> entries, List<Hash> hashes) {
        jdbc.sql("""
                        insert into ledger.leaf (position, entry, hash)
                        select :first + place - 1, entry, hash
                        from unnest(:entries, :hashes) with ordinality as placed (entry, hash, place)""")
                .param("first", first)
                .param("entries", new SqlArrayValue("uuid", entries.toArray()))
                .param("hashes", new SqlArrayValue("bytea", (Object[]) bytes(hashes)))
                .update();
    }

    void addTileHashes(List<TileHash> hashes) {
        for (var hash : hashes) {
            jdbc.sql("insert into ledger.tile_hash (level, position, hash) values (:level, :position, :hash)")
                    .param("level", hash.level())
                    .param("position", hash.position())
                    .param("hash", hash.hash().bytes())
                    .update();
        }
    }

    /** The hashes of a tile, fewer than its width if the tree does not reach so far. One row is read faster than 256. */
    List<Hash> tile(HashTile tile) {
        long first = tile.index() * TilePath.FULL_WIDTH;
        var sql = tile.level() == 0
                ? "select string_agg(hash, '' order by position) from ledger.leaf "
                        + "where position between :first and :last"
                : "select string_agg(hash, '' order by position) from ledger.tile_hash "
                        + "where level = :level and position between :first and :last";
        return jdbc.sql(sql)
                .param("level", tile.level())
                .param("first", first)
                .param("last", first + tile.width() - 1)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .map(TileCodec::decodeHashes)
                .orElse(List.of());
    }

    /** The entries of a bundle, fewer than its width if the tree does not reach so far. */
    List<byte[]> bundle(EntryBundlePath bundle) {
        long first = bundle.index() * TilePath.FULL_WIDTH;
        return entries(first, bundle.width()).stream().map(StoredEntry::leaf).toList();
    }

    /** Entries from this position on. */
    List<StoredEntry> entries(long first, int most) {
        var sql = """
                select l.position, l.hash, e.*
                from ledger.leaf l
                cross join lateral (
                    select id, leaf, salt, payload from ledger.entry where id = l.entry limit 1
                ) e
                where l.position between :first and :last order by l.position""";
        return jdbc.sql(sql)
                .param("first", first)
                .param("last", first + most - 1)
                .query(JdbcTree::read)
                .list();
    }

    /** The newest entry of this act on this subject that has a place in the tree. */
    Optional<StoredEntry> newest(Subject subject, String action) {
        var sql = """
                select l.position, l.hash, e.id, e.leaf, e.salt, e.payload
                from ledger.entry e
                cross join lateral (select position, hash from ledger.leaf where entry = e.id limit 1) l
                where e.subject_id = :id and e.subject_kind = :kind and e.action = :action
                order by l.position desc limit 1""";
        return jdbc.sql(sql)
                .param("id", subject.id())
                .param("kind", subject.kind())
                .param("action", action)
                .query(JdbcTree::read)
                .optional();
    }

    /** Leaves that stand beyond the signed head: there must be none. */
    long unsigned() {
        return jdbc.sql("""
                        select count(*) from ledger.leaf
                        where position >= coalesce((select size from ledger.head), 0)""").query(Long.class).single();
    }

    private static byte[][] bytes(List<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toArray(byte[][]::new);
    }

    private static StoredEntry read(ResultSet row, int number) throws SQLException {
        return new StoredEntry(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                Hash.of(row.getBytes("hash")),
                row.getBytes("leaf"),
                row.getBytes("salt"),
                row.getString("payload"));
    }
}
