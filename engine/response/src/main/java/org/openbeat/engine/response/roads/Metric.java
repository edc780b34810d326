package org.openbeat.engine.response.roads;

/**
 * How long each arc takes under some conditions. Never changed once made: new conditions make a new one, and a search
 * that has begun ends with the one it began with.
 */
final class Metric {
    private final RoadGraph roads;
    private final Change change;
    private final long[] departing;
    private final long[] arriving;
    private final int mostMillis;

    /** What conditions make of the usual times. */
    interface Change {
        Change NONE = new Change() {
            @Override
            public int millis(int key, int usual) {
                return usual;
            }

            @Override
            public boolean closed(int key) {
                return false;
            }
        };

        /** The time of a direction that usually takes so long. */
        int millis(int key, int usual);

        /** Whether nobody may drive through. */
        boolean closed(int key);
    }

    Metric(RoadGraph roads, Change change) {
        this.roads = roads;
        this.change = change;
        var through = new long[2 * roads.stretches().count()];
        var most = 0;
        for (var key = 0; key < through.length; key++) {
            var millis = millis(key);
            most = Math.max(most, millis);
            through[key] = millis == RoadGraph.CLOSED || change.closed(key)
                    ? Packed.NEVER
                    : Packed.of(millis, roads.stretches().centimetres()[key / 2]);
        }
        mostMillis = most;
        departing = weights(roads.departing(), through);
        arriving = weights(roads.arriving(), through);
    }

    /** For who stands on the stretch or goes to it, so closures do not count. */
    private int millis(int key) {
        var usual = roads.millis(key);
        return usual == RoadGraph.CLOSED ? usual : Math.min(change.millis(key, usual), Packed.MOST_MILLIS);
    }

    private static long[] weights(RoadGraph.Arcs arcs, long[] through) {
        var weights = new long[arcs.key().length];
        for (var arc = 0; arc < weights.length; arc++) {
            weights[arc] = through[arcs.key()[arc]];
        }
        return weights;
    }

    RoadGraph roads() {
        return roads;
    }

    /** Weights of {@link RoadGraph#departing()}, packed. */
    long[] departing() {
        return departing;
    }

    /** Weights of {@link RoadGraph#arriving()}, packed. */
    long[] arriving() {
        return arriving;
    }

    int mostMillis() {
        return mostMillis;
    }

    /** Driving off from a place: to the far end of its stretch and back to its base, as far as that may be driven. */
    Links leave(OnRoad place) {
        var links = new Links();
        leave(links, 2 * place.stretch(), 1 - place.fraction());
        leave(links, 2 * place.stretch() + 1, place.fraction());
        return links;
    }

    private void leave(Links links, int key, double part) {
        // Who stands at the junction itself needs no permission for the stretch, and came by no way.
        if (part == 0) {
            links.add(roads.tail(key ^ 1), 0, key);
        } else if (mayDrive(key, part)) {
            links.add(roads.headState(key), share(key, part), key);
        }
    }

    /** A closed stretch may be driven by who stands on it or goes to it, but not from one end to the other. */
    private boolean mayDrive(int key, double part) {
        return millis(key) != RoadGraph.CLOSED && !(part == 1 && change.closed(key));
    }

    /** Arriving at a place: from the base of its stretch and from its far end. */
    Links arrive(OnRoad place) {
        var links = new Links();
        arrive(links, 2 * place.stretch(), place.fraction());
        arrive(links, 2 * place.stretch() + 1, 1 - place.fraction());
        return links;
    }

    private void arrive(Links links, int key, double part) {
        if (part == 0) {
            links.addAll(roads.statesAt(roads.tail(key)), 0, key);
        } else if (mayDrive(key, part)) {
            links.addAll(roads.tailStates(key), share(key, part), key);
        }
    }

    /** From a place to another on the same stretch without passing a junction, or {@link Packed#NEVER}. */
    long straight(OnRoad from, OnRoad to) {
        if (to.stretch() != from.stretch()) {
            return Packed.NEVER;
        }
        var part = Math.abs(to.fraction() - from.fraction());
        var key = 2 * from.stretch() + (to.fraction() >= from.fraction() ? 0 : 1);
        return part == 0 ? 0 : mayDrive(key, part) ? share(key, part) : Packed.NEVER;
    }

    private long share(int key, double part) {
        var centimetres = roads.stretches().centimetres()[key / 2];
        return Packed.of((int) Math.round(millis(key) * part), (int) Math.round(centimetres * part));
    }

    long bytes() {
        return 8L * (departing.length + arriving.length);
    }
}
