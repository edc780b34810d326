package org.openbeat.engine.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of tiles and entry bundles (C2SP tlog-tiles). */
public final class TileCodec {

    /** The longest entry that a bundle can carry, in bytes: its length is written in 16 bits. */
    public static final int MAX_ENTRY_LENGTH = 0xFFFF;

    private TileCodec() {}

    /** Hashes one after the other, 32 bytes each. */
    public static byte[] encodeHashes(List<Hash> hashes) {
        requireWidth(hashes.size());
        var bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyInto(bytes, i * Hash.LENGTH);
        }
        return bytes;
    }

    /**
     * Reads a tile.
     *
     * @throws MalformedException if the bytes are no tile of 1 to 256 hashes
     */
    public static List<Hash> decodeHashes(byte[] bytes) {
        if (bytes.length % Hash.LENGTH != 0) {
            throw new MalformedException("A tile is a multiple of 32 bytes long, this one has " + bytes.length + ".");
        }
        requireWidth(bytes.length / Hash.LENGTH);
        var hashes = new ArrayList<Hash>(bytes.length / Hash.LENGTH);
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
        }
        return List.copyOf(hashes);
    }

    /** Entries one after the other, each behind its length as a big-endian number of 16 bits. */
    public static byte[] encodeEntries(List<byte[]> entries) {
        requireWidth(entries.size());
        var bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_LENGTH) {
                throw new MalformedException("An entry has at most 65,535 bytes, this one has " + entry.length + ".");
            }
            bytes.write(entry.length >>> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a bundle.
     *
     * @throws MalformedException if the bytes are no bundle of 1 to 256 entries
     */
    public static List<byte[]> decodeEntries(byte[] bytes) {
        var entries = new ArrayList<byte[]>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes.length - at < 2) {
                throw new MalformedException("The bundle ends inside the length of an entry.");
            }
            int length = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
            at += 2;
            if (bytes.length - at < length) {
                throw new MalformedException("The bundle ends inside an entry.");
            }
            entries.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        requireWidth(entries.size());
        return List.copyOf(entries);
    }

    private static void requireWidth(int width) {
        if (width < 1 || width > TilePath.FULL_WIDTH) {
            throw new MalformedException("A tile holds 1 to 256, not " + width + ".");
        }
    }
}
