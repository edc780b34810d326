package org.openbeat.engine.tlog;

import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a resource of a tiled log below its prefix and {@code /tile/} (C2SP tlog-tiles). */
public sealed interface TilePath {

    /** Hashes in a full tile, entries in a full bundle. */
    int FULL_WIDTH = 256;

    /** Number of the tile or bundle within its level, from 0. */
    long index();

    /** How many hashes or entries it holds: 1 to 256. */
    int width();

    /** The address as text, such as {@code 0/x001/067.p/112} or {@code entries/003}. */
    String path();

    /** A tile of hashes; each hash on level L covers 256^L entries. */
    record HashTile(int level, long index, int width) implements TilePath {

        public HashTile {
            if (level < 0 || level > 63) {
                throw new IllegalArgumentException("The level of a tile is 0 to 63, not " + level + ".");
            }
            requireSane(index, width);
        }

        /** The tile as it is in a tree of this size, full or partial; empty if no hash of it exists yet. */
        public static Optional<HashTile> in(long treeSize, int level, long index) {
            // Java would take a shift by 64 or more modulo 64.
            long hashes = level >= 8 ? 0 : treeSize >>> (8 * level);
            long full = hashes / FULL_WIDTH;
            int rest = (int) (hashes % FULL_WIDTH);
            if (index > full || (index == full && rest == 0)) {
                return Optional.empty();
            }
            return Optional.of(new HashTile(level, index, index < full ? FULL_WIDTH : rest));
        }

        @Override
        public String path() {
            return level + "/" + indexPath(index, width);
        }
    }

    /** A bundle of entries; its index and width are those of the tile of level 0. */
    record EntryBundlePath(long index, int width) implements TilePath {

        public EntryBundlePath {
            requireSane(index, width);
        }

        @Override
        public String path() {
            return "entries/" + indexPath(index, width);
        }
    }

    /** Reads an address; empty for everything that is not written in the one canonical way. */
    static Optional<TilePath> parse(String path) {
        var match = Grammar.PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        String digits = match.group(2).replace("x", "").replace("/", "");
        if (digits.length() > 18 || (digits.length() > 3 && digits.startsWith("000"))) {
            return Optional.empty();
        }
        long index = Long.parseLong(digits);
        int width = match.group(3) == null ? FULL_WIDTH : Integer.parseInt(match.group(3));
        if (width > FULL_WIDTH || (match.group(3) != null && width == FULL_WIDTH)) {
            return Optional.empty();
        }
        if (match.group(1).equals("entries")) {
            return Optional.of(new EntryBundlePath(index, width));
        }
        int level = Integer.parseInt(match.group(1));
        return level > 63 ? Optional.empty() : Optional.of(new HashTile(level, index, width));
    }

    private static void requireSane(long index, int width) {
        if (index < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("No tile has index %d and width %d.".formatted(index, width));
        }
    }

    private static String indexPath(long index, int width) {
        var path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == FULL_WIDTH ? path.toString() : path + ".p/" + width;
    }

    /** Keeps the pattern out of the published interface. */
    final class Grammar {

        private static final Pattern PATH =
                Pattern.compile("(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

        private Grammar() {}
    }
}
