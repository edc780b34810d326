package org.openbeat.engine.response.roads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.roads.Contraction.Ordered;

/**
 * Keeps the order of contraction beside the graph. Any order gives exact times; so a file that is not quite of this graph
 * does no harm, and one that is damaged or cannot be written costs only the time to find the order again.
 */
final class SavedOrder {
    private SavedOrder() {}

    static @Nullable Ordered of(Metric metric, Path file, BooleanSupplier wanted) {
        var read = read(file, metric.roads().states());
        if (read != null) {
            return new Ordered(read, null);
        }
        var order = Contraction.order(metric, wanted);
        if (order != null) {
            write(order.order(), file);
        }
        return order;
    }

    private static int @Nullable [] read(Path file, int states) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != 4L * states) {
                return null;
            }
            var order = new int[states];
            ByteBuffer.wrap(Files.readAllBytes(file)).asIntBuffer().get(order);
            return isPermutation(order) ? order : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isPermutation(int[] order) {
        var seen = new BitSet(order.length);
        for (var state : order) {
            if (state < 0 || state >= order.length || seen.get(state)) {
                return false;
            }
            seen.set(state);
        }
        return true;
    }

    private static void write(int[] order, Path file) {
        var bytes = ByteBuffer.allocate(4 * order.length);
        bytes.asIntBuffer().put(order);
        try {
            var part = Files.createTempFile(file.getParent(), "order-", ".part");
            Files.write(part, bytes.array());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Then it is found again next time.
        }
    }
}
