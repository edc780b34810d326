package org.openbeat.app.places.tiles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link MvtWriter} wrote, from the specification alone. */
final class MvtReader {
    private MvtReader() {}

    /** A feature; each part as x, y, x, y, …, rings without their repetition at the end. */
    record Feature(int type, Map<String, String> attributes, List<List<Integer>> parts) {}

    static Map<String, List<Feature>> read(byte[] tile) {
        var layers = new HashMap<String, List<Feature>>();
        fields(ByteBuffer.wrap(tile), (field, value, bytes) -> {
            if (field == 3) {
                layer(bytes, layers);
            }
        });
        return layers;
    }

    private interface Field {
        void take(int number, long value, ByteBuffer bytes);
    }

    private static void fields(ByteBuffer in, Field taker) {
        while (in.hasRemaining()) {
            var key = (int) varint(in);
            if ((key & 7) == 2) {
                var length = (int) varint(in);
                taker.take(key >> 3, 0, in.slice(in.position(), length));
                in.position(in.position() + length);
            } else {
                taker.take(key >> 3, varint(in), in);
            }
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (var shift = 0; ; shift += 7) {
            var part = in.get();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static void layer(ByteBuffer in, Map<String, List<Feature>> layers) {
        var name = new String[1];
        var keys = new ArrayList<String>();
        var values = new ArrayList<String>();
        var raw = new ArrayList<ByteBuffer>();
        fields(in, (field, value, bytes) -> {
            switch (field) {
                case 1 -> name[0] = text(bytes);
                case 2 -> raw.add(bytes);
                case 3 -> keys.add(text(bytes));
                case 4 -> fields(bytes, (number, any, content) -> values.add(text(content)));
                default -> {}
            }
        });
        layers.put(
                name[0], raw.stream().map(bytes -> feature(bytes, keys, values)).toList());
    }

    private static Feature feature(ByteBuffer in, List<String> keys, List<String> values) {
        var type = new int[1];
        var attributes = new HashMap<String, String>();
        var parts = new ArrayList<List<Integer>>();
        fields(in, (field, value, bytes) -> {
            switch (field) {
                case 2 -> {
                    while (bytes.hasRemaining()) {
                        attributes.put(keys.get((int) varint(bytes)), values.get((int) varint(bytes)));
                    }
                }
                case 3 -> type[0] = (int) value;
                case 4 -> parts.addAll(parts(bytes));
                default -> {}
            }
        });
        return new Feature(type[0], attributes, parts);
    }

    private static List<List<Integer>> parts(ByteBuffer in) {
        var parts = new ArrayList<List<Integer>>();
        int x = 0;
        int y = 0;
        while (in.hasRemaining()) {
            var command = (int) varint(in);
            var id = command & 7;
            for (var i = 0; id != 7 && i < command >> 3; i++) {
                x += zigzag(varint(in));
                y += zigzag(varint(in));
                if (id == 1) {
                    parts.add(new ArrayList<>());
                }
                parts.getLast().addAll(List.of(x, y));
            }
        }
        return parts;
    }

    private static int zigzag(long value) {
        return (int) (value >>> 1 ^ -(value & 1));
    }
}
