package org.openbeat.app.places.tiles;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a vector tile (Mapbox Vector Tile specification 2.1): layers of features with text attributes. */
final class MvtWriter {
    /** Steps from one side of a tile to the other. */
    static final int EXTENT = 4096;

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    private static final class Layer {
        final Map<String, Integer> keys = new LinkedHashMap<>();
        final Map<String, Integer> values = new LinkedHashMap<>();
        final List<byte[]> features = new ArrayList<>();
    }

    /** A part of a shape in steps of the tile: x, y, x, y, … without the repetition at the end of a ring. */
    void add(String layerName, Map<String, String> attributes, Shape.Type type, List<int[]> parts) {
        var layer = layers.computeIfAbsent(layerName, any -> new Layer());
        var tags = new Message();
        attributes.forEach((key, value) -> {
            tags.varint(number(layer.keys, key));
            tags.varint(number(layer.values, value));
        });
        var feature = new Message();
        feature.bytes(2, tags.toByteArray());
        feature.number(3, type.number);
        feature.bytes(4, geometry(type, parts));
        layer.features.add(feature.toByteArray());
    }

    private static int number(Map<String, Integer> numbers, String text) {
        return numbers.computeIfAbsent(text, any -> numbers.size());
    }

    private static byte[] geometry(Shape.Type type, List<int[]> parts) {
        var commands = new Message();
        var cursor = new int[2];
        for (var part : parts) {
            commands.varint(command(MOVE_TO, 1));
            move(commands, cursor, part, 0);
            if (type != Shape.Type.POINT) {
                commands.varint(command(LINE_TO, part.length / 2 - 1));
                for (var i = 2; i < part.length; i += 2) {
                    move(commands, cursor, part, i);
                }
            }
            if (type == Shape.Type.AREA) {
                commands.varint(command(CLOSE_PATH, 1));
            }
        }
        return commands.toByteArray();
    }

    private static int command(int id, int count) {
        return id | count << 3;
    }

    private static void move(Message commands, int[] cursor, int[] part, int i) {
        commands.zigzag(part[i] - cursor[0]);
        commands.zigzag(part[i + 1] - cursor[1]);
        cursor[0] = part[i];
        cursor[1] = part[i + 1];
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    byte[] toByteArray() {
        var tile = new Message();
        layers.forEach((name, layer) -> tile.bytes(3, message(name, layer)));
        return tile.toByteArray();
    }

    private static byte[] message(String name, Layer layer) {
        var message = new Message();
        message.number(15, 2); // the version of the format
        message.text(1, name);
        layer.features.forEach(feature -> message.bytes(2, feature));
        layer.keys.keySet().forEach(key -> message.text(3, key));
        layer.values.keySet().forEach(value -> {
            var text = new Message();
            text.text(1, value);
            message.bytes(4, text.toByteArray());
        });
        message.number(5, EXTENT);
        return message.toByteArray();
    }

    /** A message of Protocol Buffers. */
    private static final class Message extends ByteArrayOutputStream {

        void varint(int value) {
            var left = value;
            while ((left & ~0x7F) != 0) {
                write(left & 0x7F | 0x80);
                left >>>= 7;
            }
            write(left);
        }

        void zigzag(int value) {
            varint(value << 1 ^ value >> 31);
        }

        void number(int field, int value) {
            varint(field << 3);
            varint(value);
        }

        void bytes(int field, byte[] content) {
            varint(field << 3 | 2);
            varint(content.length);
            writeBytes(content);
        }

        void text(int field, String content) {
            bytes(field, content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
