package org.openbeat.engine.city;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * A very large city of streets alone, to measure routing on: written as it is made, so that millions of crossings fit
 * in no memory.
 *
 * <p>Two families of lines about 100 m apart whose crossings are moved by chance. Every 4th line is a tertiary road,
 * every 8th a secondary, every 16th a primary one, every 64th a motorway that streets pass under and only greater roads
 * join. Of the pieces of smaller streets an eighth was never built; one small street in twelve is one-way. Every 200th
 * line is followed by a river, which only greater roads cross. The same seed gives the same bytes.
 */
public final class Metropolis {
    private static final double BLOCK_METRES = 100;
    private static final int MOTORWAY = 64;
    private static final int RIVER = 200;
    private static final int MOST_NODES_OF_A_WAY = 100;

    private final long seed;
    private final int rows;
    private final int columns;

    /** Lines from west to east are rows. */
    private enum Way {
        ALONG_ROW,
        ALONG_COLUMN
    }

    public Metropolis(long seed, int rows, int columns) {
        if (rows < MOTORWAY || columns < MOTORWAY) {
            throw new IllegalArgumentException("A metropolis has at least " + MOTORWAY + " lines each way.");
        }
        this.seed = seed;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Writes the map as {@code .osm.gz}; the stream stays open.
     *
     * @throws IOException when the stream refuses
     */
    public void writeOsmGz(OutputStream out) throws IOException {
        var gzip = new GZIPOutputStream(out, 1 << 16);
        try {
            write(gzip);
        } catch (XMLStreamException e) {
            throw new IOException("The map could not be written.", e);
        }
        gzip.finish();
    }

    private void write(OutputStream out) throws XMLStreamException {
        var plan = CityPlan.metropolis(seed, columns * BLOCK_METRES, rows * BLOCK_METRES);
        var xml = new OsmXml(out, new Projection(plan));
        xml.begin(List.of(corner(-1, -1), corner(rows, columns)));
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                xml.node(crossing(row, column), Map.of());
            }
        }
        for (var row = 0; row < rows; row++) {
            line(xml, Way.ALONG_ROW, row, columns);
        }
        for (var column = 0; column < columns; column++) {
            line(xml, Way.ALONG_COLUMN, column, rows);
        }
        xml.finish();
    }

    private Point corner(int row, int column) {
        return new Point((column - columns / 2.0) * BLOCK_METRES, (row - rows / 2.0) * BLOCK_METRES);
    }

    private Point crossing(int row, int column) {
        var corner = corner(row, column);
        return corner.plus(new Point((chance(row, column, 1) - 0.5) * 50, (chance(row, column, 2) - 0.5) * 50));
    }

    /** One line of the city, as ways between the gaps in it. */
    private void line(OsmXml xml, Way way, int line, int length) throws XMLStreamException {
        var refs = new ArrayList<Long>();
        for (var at = 0; at < length; at++) {
            if (isMotorway(line) && at % 8 != 0) {
                continue; // the street there passes under it
            }
            refs.add(ref(way, line, at));
            if (!isBuilt(way, line, at) || refs.size() == MOST_NODES_OF_A_WAY || at == length - 1) {
                if (refs.size() > 1) {
                    xml.way(refs, tags(way, line));
                }
                var goesOn = isBuilt(way, line, at);
                refs.clear();
                if (goesOn) {
                    refs.add(ref(way, line, at));
                }
            }
        }
        if (refs.size() > 1) {
            xml.way(refs, tags(way, line));
        }
    }

    private long ref(Way way, int line, int at) {
        return way == Way.ALONG_ROW ? (long) line * columns + at + 1 : (long) at * columns + line + 1;
    }

    private static boolean isMotorway(int line) {
        return line % MOTORWAY == 0;
    }

    /** Whether the piece from here to the next crossing of the line is there. */
    private boolean isBuilt(Way way, int line, int at) {
        if (line % 4 == 0) {
            return true;
        }
        var overRiver = way == Way.ALONG_COLUMN && at % RIVER == RIVER / 2 + 1;
        return !overRiver && chance(2 * line + way.ordinal(), at, 3) >= 0.125;
    }

    private Map<String, String> tags(Way way, int line) {
        var tags = new LinkedHashMap<String, String>();
        var kind = kind(way, line);
        tags.put("highway", kind);
        tags.put("name", (way == Way.ALONG_ROW ? "Row " : "Column ") + line);
        tags.put("maxspeed", Integer.toString(speed(kind)));
        if (kind.equals("residential") && chance(line, way.ordinal(), 4) < 1 / 12.0) {
            tags.put("oneway", chance(line, way.ordinal(), 5) < 0.5 ? "yes" : "-1");
        }
        return tags;
    }

    private String kind(Way way, int line) {
        if (isMotorway(line)) {
            return "trunk"; // what OpenStreetMap calls a motorway may be joined at ramps alone
        }
        return line % 16 == 0
                ? "primary"
                : line % 8 == 0
                        ? "secondary"
                        : line % 4 == 0
                                ? "tertiary"
                                : chance(line, way.ordinal(), 6) < 0.03 ? "living_street" : "residential";
    }

    private static int speed(String kind) {
        return switch (kind) {
            case "trunk" -> 100;
            case "primary" -> 60;
            case "secondary", "tertiary" -> 50;
            case "living_street" -> 10;
            default -> 30;
        };
    }

    /** A number from 0 to 1 that depends on these alone (the finalizer of SplitMix64). */
    private double chance(long a, long b, long c) {
        var z = seed + a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL + c * 0x165667B19E3779F9L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
