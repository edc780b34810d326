package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Everything on the map that is neither street nor house: water, green, land use, railway. */
final class Scenery {
    private final CityPlan plan;
    private final RandomGenerator chance;
    private final List<Area> areas = new ArrayList<>();
    private int parks;

    Scenery(CityPlan plan, RandomGenerator chance) {
        this.plan = plan;
        this.chance = chance;
    }

    List<Area> areas() {
        return areas;
    }

    void add(List<Point> jurisdiction, River river) {
        areas.add(Area.of(
                jurisdiction,
                "boundary",
                "administrative",
                "admin_level",
                "8",
                "name",
                plan.name(),
                "name:zh",
                plan.nameZh()));
        areas.add(Area.of(river.water(), "natural", "water", "water", "river", "name", "River Lind", "name:zh", "林德河"));
        areas.add(Area.line(river.middle(), "waterway", "river", "name", "River Lind", "name:zh", "林德河"));
        railway();
    }

    void add(Quarter quarter) {
        List<Point> ring = quarter.ring();
        switch (quarter.style()) {
            case OLD_TOWN, INNER, OUTER, GARDEN, INDUSTRY ->
                areas.add(Area.of(ring, "landuse", quarter.style().landuse));
            case PARK -> park(ring, quarter.heart());
            case WOOD -> areas.add(Area.of(ring, "natural", "wood"));
            case FIELD -> areas.add(Area.of(ring, "landuse", chance.nextInt(3) == 0 ? "farmland" : "meadow"));
            case SQUARE ->
                areas.add(Area.of(
                        ring,
                        "highway",
                        "pedestrian",
                        "area",
                        "yes",
                        "place",
                        "square",
                        "name",
                        "Market Square",
                        "name:zh",
                        "集市广场"));
            case RIVER -> areas.add(Area.of(ring, "landuse", "grass"));
        }
    }

    /** A block that was left green between the houses. */
    void green(Block block) {
        String kind = chance.nextInt(3) == 0 ? "playground" : "garden";
        areas.add(Area.of(block.ring(), "leisure", block.area() > 9_000 ? "park" : kind));
    }

    private void park(List<Point> ring, Point heart) {
        Name name = Name.of(Words.PARKS.get(parks % Words.PARKS.size()));
        boolean named = parks++ < Words.PARKS.size() && name.chinese() != null;
        areas.add(
                named
                        ? Area.of(
                                ring,
                                "leisure",
                                "park",
                                "name",
                                name.english(),
                                "name:zh",
                                String.valueOf(name.chinese()))
                        : Area.of(ring, "leisure", "park"));
        double room = Polygons.distanceToRing(ring, heart);
        if (room > 60) {
            Point along = Point.polar(1, chance.nextDouble(3));
            areas.add(Area.of(
                    Polygons.ellipse(heart, along, room * 0.9, room * 0.5, 18), "natural", "water", "water", "pond"));
        }
    }

    private void railway() {
        List<Point> middle = Railway.line(plan);
        for (double away : new double[] {-2.4, 2.4}) {
            areas.add(
                    Area.line(Polygons.beside(middle, away), "railway", "rail", "usage", "main", "electrified", "yes"));
        }
        for (double away : new double[] {-7.5, 7.5}) {
            Point platform = Railway.STATION.plus(new Point(150, away));
            areas.add(Area.of(
                    Polygons.rectangle(platform, new Point(1, 0), 190, 4.5),
                    "railway",
                    "platform",
                    "public_transport",
                    "platform"));
        }
    }
}
