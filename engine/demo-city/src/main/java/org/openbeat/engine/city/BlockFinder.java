package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the blocks of the finished plan and the quarter that each lies in. */
final class BlockFinder {
    private static final double CELL = 500;

    private final Map<Long, List<Quarter>> cells = new HashMap<>();

    BlockFinder(List<Quarter> quarters) {
        for (Quarter quarter : quarters) {
            Box box = Box.around(quarter.ring());
            for (long x = cell(box.west()); x <= cell(box.east()); x++) {
                for (long y = cell(box.south()); y <= cell(box.north()); y++) {
                    cells.computeIfAbsent(key(x, y), key -> new ArrayList<>()).add(quarter);
                }
            }
        }
    }

    List<Block> blocks(List<Face> faces) {
        List<Block> blocks = new ArrayList<>();
        for (Face face : faces) {
            List<Point> ring = face.points();
            Point inside = Polygons.innermost(ring);
            for (Quarter quarter : cells.getOrDefault(key(cell(inside.x()), cell(inside.y())), List.of())) {
                if (Polygons.contains(quarter.ring(), inside)) {
                    blocks.add(new Block(face, ring, quarter, Polygons.area(ring)));
                    break;
                }
            }
        }
        return blocks;
    }

    private static long cell(double metres) {
        return (long) StrictMath.floor(metres / CELL);
    }

    private static long key(long x, long y) {
        return (x << 32) ^ (y & 0xffffffffL);
    }
}
