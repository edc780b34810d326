package org.openbeat.app.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.openbeat.app.ledger.JdbcTree.TileHash;
import org.openbeat.engine.tlog.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Fills a ledger that is measured and thrown away: ten million leaves can't wait for ten million acts. */
@Repository
class JdbcMeasure {
    private final JdbcClient jdbc;

    JdbcMeasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts so many leaves in the place of those that are there; what they are leaves of is made up. */
    void replaceLeaves(long count) {
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("truncate ledger.leaf, ledger.tile_hash").update();
        jdbc.sql("alter table ledger.leaf drop constraint if exists leaf_entry_key")
                .update();
        jdbc.sql("""
                        insert into ledger.leaf (position, entry, hash)
                        select i, lpad(to_hex(i), 32, '0')::uuid, sha256(int8send(i))
                        from generate_series(0, :count - 1) i""").param("count", count).update();
    }

    void forEachLeaf(Consumer<Hash> reader) {
        try (var hashes = jdbc
                .sql("select hash from ledger.leaf order by position")
                .withFetchSize(20_000)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .stream()) {
            hashes.forEach(reader);
        }
    }

    void add(List<TileHash> hashes) {
        jdbc.sql(
                        "insert into ledger.tile_hash (level, position, hash) select * from unnest(:levels, :positions, :hashes)")
                .param(
                        "levels",
                        new SqlArrayValue(
                                "int2",
                                hashes.stream()
                                        .map(hash -> (short) hash.level())
                                        .toArray()))
                .param(
                        "positions",
                        new SqlArrayValue(
                                "int8", hashes.stream().map(TileHash::position).toArray()))
                .param("hashes", new SqlArrayValue("bytea", (Object[])
                        hashes.stream().map(hash -> hash.hash().bytes()).toArray(byte[][]::new)))
                .update();
    }

    /** What any look-up by key costs: the peer of a proof. */
    byte[] hashAt(long position) {
        return jdbc.sql("select hash from ledger.leaf where position = :position")
                .param("position", position)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Lets the planner know what a table holds that was filled at once. */
    void analyze() {
        jdbc.sql("vacuum analyze ledger.entry, ledger.leaf, ledger.tile_hash").update();
    }
}
