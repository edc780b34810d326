package org.openbeat.app.places.extract;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Where the nodes are, in 16 bytes each: extracts list nodes by rising id, so a search by halving finds one. */
final class NodePositions {
    private static final double STEPS = 1e7; // OpenStreetMap's own precision

    private long[] ids = new long[1024];
    private int[] latitudes = new int[1024];
    private int[] longitudes = new int[1024];
    private int size;
    private boolean sorted = true;

    void add(long id, double latitude, double longitude) {
        if (size == ids.length) {
            grow();
        }
        sorted &= size == 0 || ids[size - 1] < id;
        ids[size] = id;
        latitudes[size] = (int) Math.round(latitude * STEPS);
        longitudes[size] = (int) Math.round(longitude * STEPS);
        size++;
    }

    private void grow() {
        var length = size + size / 2;
        ids = Arrays.copyOf(ids, length);
        latitudes = Arrays.copyOf(latitudes, length);
        longitudes = Arrays.copyOf(longitudes, length);
    }

    int size() {
        return size;
    }

    @Nullable
    Coordinate find(long id) {
        sort();
        var at = Arrays.binarySearch(ids, 0, size, id);
        return at < 0 ? null : new Coordinate(longitudes[at] / STEPS, latitudes[at] / STEPS);
    }

    private void sort() {
        if (sorted) {
            return;
        }
        var order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Long.compare(ids[a], ids[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        ids = Arrays.stream(order).mapToLong(i -> ids[i]).toArray();
        latitudes = Arrays.stream(order).map(i -> latitudes[i]).toArray();
        longitudes = Arrays.stream(order).map(i -> longitudes[i]).toArray();
        sorted = true;
    }
}
