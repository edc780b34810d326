package org.openbeat.app.places.streets;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.GeoBounds;
import org.openbeat.app.places.geometry.Lines;
import org.openbeat.app.places.streets.StreetIndex.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStreets {
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcStreets(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A name that may fit, with how alike it is. */
    record Hit(
            long id,
            Kind kind,
            String label,
            @Nullable String locality,
            String folded,
            String core,
            double latitude,
            double longitude,
            boolean exact,
            double weight,
            double similarity,
            double wordSimilarity) {}

    record Door(long street, String number, int value, double latitude, double longitude) {}

    /** House numbers from low to high along a line. */
    record Numbered(long street, int low, int high, double[] line) {}

    record Crossing(long street, long other, GeoPoint at) {}

    record Line(String label, @Nullable String locality, double[] course) {}

    record Labelled(String label, @Nullable String locality, String number, double latitude, double longitude) {}

    void add(UUID map, StreetIndex index) {
        var first = jdbc.sql("select setval('places.named_place_id', nextval('places.named_place_id') + :count)")
                        .param("count", index.names.size())
                        .query(Long.class)
                        .single()
                - index.names.size();
        addNames(map, index, first);
        batches.batchUpdate(
                "insert into places.address (street, number, number_value, latitude, longitude) values (?, ?, ?, ?, ?)",
                index.addresses,
                BATCH,
                (row, address) -> {
                    row.setLong(1, first + address.street());
                    row.setString(2, address.number());
                    row.setInt(3, address.value());
                    row.setDouble(4, address.latitude());
                    row.setDouble(5, address.longitude());
                });
        batches.batchUpdate(
                "insert into places.crossing (street, other, latitude, longitude) values (?, ?, ?, ?)",
                index.crossings,
                BATCH,
                (row, crossing) -> {
                    row.setLong(1, first + crossing.street());
                    row.setLong(2, first + crossing.other());
                    row.setDouble(3, crossing.latitude());
                    row.setDouble(4, crossing.longitude());
                });
        addLines(index, first);
        analyze();
    }

    /** The planner must know at once that the tables are no longer empty. */
    private void analyze() {
        for (var table : List.of("named_place", "place_name", "address", "address_range", "crossing", "street_piece")) {
            batches.execute("analyze places." + table);
        }
    }

    private void addNames(UUID map, StreetIndex index, long first) {
        var rows = IntStream.range(0, index.names.size()).boxed().toList();
        batches.batchUpdate("""
                insert into places.named_place
                    (id, map, kind, label, locality, latitude, longitude, exact, weight)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, BATCH, (row, number) -> {
            var named = index.names.get(number);
            row.setLong(1, first + number);
            row.setObject(2, map);
            row.setString(3, named.kind().name());
            row.setString(4, named.label());
            row.setString(5, named.locality());
            row.setDouble(6, named.latitude());
            row.setDouble(7, named.longitude());
            row.setBoolean(8, named.exact());
            row.setDouble(9, named.weight());
        });
        addSpellings(index, first);
    }

    private record Spelling(long place, String label) {}

    private void addSpellings(StreetIndex index, long first) {
        var spellings = new ArrayList<Spelling>();
        for (var number = 0; number < index.names.size(); number++) {
            var named = index.names.get(number);
            spellings.add(new Spelling(first + number, named.label()));
            for (var label : named.otherLabels()) {
                spellings.add(new Spelling(first + number, label));
            }
        }
        batches.batchUpdate(
                "insert into places.place_name (place, label, folded, core) values (?, ?, ?, ?)",
                spellings,
                BATCH,
                (row, spelling) -> {
                    var folded = Folding.fold(spelling.label());
                    row.setLong(1, spelling.place());
                    row.setString(2, spelling.label());
                    row.setString(3, folded);
                    row.setString(4, Folding.core(folded));
                });
    }

    private void addLines(StreetIndex index, long first) {
        batches.batchUpdate(
                "insert into places.address_range (street, low, high, step, line) values (?, ?, ?, ?, ?)",
                index.ranges,
                BATCH,
                (row, range) -> {
                    row.setLong(1, first + range.street());
                    row.setInt(2, range.low());
                    row.setInt(3, range.high());
                    row.setInt(4, range.step());
                    row.setArray(5, array(row, range.line()));
                });
        batches.batchUpdate(
                "insert into places.street_piece (street, line, area) values (?, ?, box(point(?, ?), point(?, ?)))",
                index.pieces,
                BATCH,
                (row, piece) -> {
                    var area = Lines.bounds(piece.line());
                    row.setLong(1, first + piece.street());
                    row.setArray(2, array(row, piece.line()));
                    row.setDouble(3, area.west());
                    row.setDouble(4, area.south());
                    row.setDouble(5, area.east());
                    row.setDouble(6, area.north());
                });
    }

    private static Array array(PreparedStatement row, double[] line) throws SQLException {
        return row.getConnection()
                .createArrayOf("float8", Arrays.stream(line).boxed().toArray());
    }

    /**
     * Names that begin like what was typed, hold words like it, or differ by a slip.
     *
     * @param folded what was typed, folded
     */
    List<Hit> like(UUID map, String folded, int limit) {
        return jdbc.sql("""
                        select p.id, p.kind, n.label, p.locality, n.folded, n.core, p.latitude, p.longitude, p.exact,
                            p.weight, similarity(n.core, :core) as similarity,
                            word_similarity(:folded, n.folded) as word_similarity
                        from places.names_like(:folded, :core) n join places.named_place p on p.id = n.place
                        where p.map = :map
                        order by n.folded = :folded desc, n.core = :core desc, starts_with(n.folded, :folded) desc,
                            similarity(n.core, :core) + word_similarity(:folded, n.folded) desc, p.weight desc, p.id
                        limit :limit""")
                .param("map", map)
                .param("folded", folded)
                .param("core", Folding.core(folded))
                .param("limit", limit)
                .query((row, number) -> hit(row))
                .list();
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getString("locality"),
                row.getString("folded"),
                row.getString("core"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getBoolean("exact"),
                row.getDouble("weight"),
                row.getDouble("similarity"),
                row.getDouble("word_similarity"));
    }

    /** The doors of some streets, each street's by number. */
    List<Door> doors(List<Long> streets) {
        return jdbc.sql("""
                        select street, number, number_value, latitude, longitude from places.address
                        where street in (:streets) order by street, number_value, number, id""")
                .param("streets", streets)
                .query((row, number) -> new Door(
                        row.getLong("street"),
                        row.getString("number"),
                        row.getInt("number_value"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude")))
                .list();
    }

    /** The lines of house numbers that a number lies on. */
    List<Numbered> ranges(List<Long> streets, int number) {
        return jdbc.sql("""
                        select street, low, high, line from places.address_range
                        where street in (:streets) and low <= :number and :number <= high
                            and (:number - low) % step = 0
                        order by high - low""")
                .param("streets", streets)
                .param("number", number)
                .query((row, any) -> new Numbered(
                        row.getLong("street"), row.getInt("low"), row.getInt("high"), doubles(row.getArray("line"))))
                .list();
    }

    private static double[] doubles(Array array) throws SQLException {
        return Arrays.stream((Double[]) array.getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Where streets of two lists cross. */
    List<Crossing> crossings(List<Long> streets, List<Long> others) {
        return jdbc.sql("""
                        select street, other, latitude, longitude from places.crossing
                        where street in (:streets) and other in (:others)
                        union select other, street, latitude, longitude from places.crossing
                        where other in (:streets) and street in (:others)
                        order by 1, 2, 3, 4""")
                .param("streets", streets)
                .param("others", others)
                .query((row, any) -> new Crossing(
                        row.getLong("street"),
                        row.getLong("other"),
                        new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"))))
                .list();
    }

    List<Labelled> addressesWithin(UUID map, GeoBounds area) {
        return jdbc.sql("""
                        select p.label, p.locality, a.number, a.latitude, a.longitude
                        from places.address a join places.named_place p on p.id = a.street
                        where p.map = :map
                            and point(a.longitude, a.latitude)
                                <@ box(point(:west, :south), point(:east, :north))""")
                .param("map", map)
                .param("west", area.west())
                .param("south", area.south())
                .param("east", area.east())
                .param("north", area.north())
                .query((row, any) -> new Labelled(
                        row.getString("label"),
                        row.getString("locality"),
                        row.getString("number"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude")))
                .list();
    }

    List<Line> streetsWithin(UUID map, GeoBounds area) {
        return jdbc.sql("""
                        select p.label, p.locality, s.line
                        from places.street_piece s join places.named_place p on p.id = s.street
                        where p.map = :map and s.area && box(point(:west, :south), point(:east, :north))""")
                .param("map", map)
                .param("west", area.west())
                .param("south", area.south())
                .param("east", area.east())
                .param("north", area.north())
                .query((row, any) ->
                        new Line(row.getString("label"), row.getString("locality"), doubles(row.getArray("line"))))
                .list();
    }

    List<String> localities(UUID map) {
        return jdbc.sql("""
                        select distinct n.folded from places.place_name n join places.named_place p on p.id = n.place
                        where p.map = :map and p.kind = 'LOCALITY'""").param("map", map).query(String.class).list();
    }
}
