package org.openbeat.engine.response;

/**
 * A place on a stretch of road.
 *
 * @param fraction how far along the stretch, from its base (0) to its far end (1)
 * @param metresAway how far the point was that this place stands for
 */
record OnRoad(int stretch, double fraction, double metresAway) {

    /** What a junction costs from here, or to here. */
    record Link(int junction, int millis, int centimetres, int key) {
        static final Link NONE = new Link(-1, 0, 0, -1);

        boolean isOpen() {
            return junction >= 0;
        }
    }

    /** Driving off from here along the stretch, to its far end. */
    Link leaveAlong(RoadGraph roads) {
        return link(roads, roads.far(stretch), 2 * stretch, 1 - fraction);
    }

    /** Driving off from here back to the base of the stretch. */
    Link leaveBack(RoadGraph roads) {
        return link(roads, roads.base(stretch), 2 * stretch + 1, fraction);
    }

    /** Arriving here from the base of the stretch. */
    Link arriveAlong(RoadGraph roads) {
        return link(roads, roads.base(stretch), 2 * stretch, fraction);
    }

    /** Arriving here from the far end of the stretch. */
    Link arriveBack(RoadGraph roads) {
        return link(roads, roads.far(stretch), 2 * stretch + 1, 1 - fraction);
    }

    /** The way from here to another place without passing a junction, if both are on one stretch. */
    Link straightTo(OnRoad to, RoadGraph roads) {
        if (to.stretch != stretch) {
            return Link.NONE;
        }
        var key = to.fraction >= fraction ? 2 * stretch : 2 * stretch + 1;
        return link(roads, roads.far(stretch), key, Math.abs(to.fraction - fraction));
    }

    private static Link link(RoadGraph roads, int junction, int key, double part) {
        // Who stands at the junction itself needs no permission for the stretch.
        if (part == 0) {
            return new Link(junction, 0, 0, key);
        }
        var whole = roads.millis(key);
        return whole == RoadGraph.CLOSED
                ? Link.NONE
                : new Link(junction, share(whole, part), share(roads.centimetres(key / 2), part), key);
    }

    private static int share(int whole, double part) {
        return (int) Math.round(whole * part);
    }
}
