package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The great lines of the city: boundary, river, railway, market, ring roads and the roads out of town. */
final class Skeleton {
    /** Radii of the wall boulevard, the inner ring and the trunk ring, metres. */
    static final double WALL = 520;

    static final double INNER = 1_130;
    static final double TRUNK = 1_930;
    static final double MARKET = 62;

    private static final double SPOKES = 9;

    private final CityPlan plan;
    private final RandomGenerator chance;
    private final PlaneGraph graph;
    private final Streets streets;
    private final StreetNames names;
    private final River river;
    private final LineLayer layer;
    private final double wobble;
    private final List<Point> limit = new ArrayList<>();

    Skeleton(CityPlan plan, RandomGenerator chance, PlaneGraph graph, Streets streets, StreetNames names, River river) {
        this.plan = plan;
        this.chance = chance;
        this.graph = graph;
        this.streets = streets;
        this.names = names;
        this.river = river;
        this.layer = new LineLayer(graph, 14, 5);
        this.wobble = chance.nextDouble() * 6;
    }

    void lay() {
        layLimit();
        layRiver();
        layRailway();
        layMarket();
        layRings();
        laySpokes();
        new Tidying(graph, river, limit).tidy();
    }

    /** A place at a radius and an angle, bent a little so that no ring is a perfect ellipse. */
    Point at(double radius, double angle) {
        double bend = 1 + 0.035 * StrictMath.sin(3 * angle + wobble) + 0.02 * StrictMath.sin(7 * angle + radius / 900);
        double turn = angle + 0.06 * StrictMath.sin(radius / 700 + wobble);
        Point p = Point.polar(radius * bend, turn);
        return new Point(p.x(), p.y() * plan.flatness());
    }

    private void layLimit() {
        int corners = (int) StrictMath.max(72, plan.reach() / 40);
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * i / corners;
            double ragged = 0.965 + 0.03 * StrictMath.sin(5 * angle + wobble) + 0.02 * StrictMath.sin(11 * angle);
            limit.add(new Point(
                    plan.reach() * ragged * StrictMath.cos(angle),
                    plan.heightMetres() / 2 * ragged * StrictMath.sin(angle)));
        }
        layer.layRing(limit, streets.begin(StreetKind.LIMIT, null));
    }

    private void layRiver() {
        layer.lay(river.middle(), streets.begin(StreetKind.STREAM, null));
        layer.lay(river.quay(true), streets.begin(StreetKind.TERTIARY, Name.of("North Quay|北岸路")));
        layer.lay(river.quay(false), streets.begin(StreetKind.TERTIARY, Name.of("South Quay|南岸路")));
    }

    private void layRailway() {
        layer.lay(Railway.line(plan), streets.begin(StreetKind.RAIL, null));
    }

    private void layMarket() {
        Street market = streets.begin(StreetKind.PEDESTRIAN, Name.of("Market Square|集市广场"));
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ring.add(Point.polar(MARKET * (i % 2 == 0 ? 1.25 : 1), StrictMath.PI / 2 * i + 0.55));
        }
        layer.layRing(ring, market);
    }

    private void layRings() {
        layRing(WALL, StreetKind.SECONDARY, Name.of("Wall Boulevard|城墙大街"), true);
        layRing(INNER, StreetKind.PRIMARY, Name.of("Inner Ring|内环路"), false);
        layRing(TRUNK, StreetKind.TRUNK, Name.of("Ring Road|环城路"), false);
        layRing(2_440, StreetKind.TERTIARY, Name.of("Heath Ring|荒原环路"), false);
        int more = 0;
        for (double radius = 3_350; radius < plan.reach() * 1.3; radius += 900) {
            StreetKind kind =
                    more % 6 == 5 ? StreetKind.TRUNK : more % 2 == 0 ? StreetKind.SECONDARY : StreetKind.TERTIARY;
            layRing(radius, kind, names.arterial(), false);
            more++;
        }
    }

    private void layRing(double radius, StreetKind kind, Name name, boolean northOnly) {
        Street street = streets.begin(kind, name);
        int corners = (int) StrictMath.max(36, radius / 28);
        List<Point> run = new ArrayList<>();
        for (int i = 0; i <= corners; i++) {
            Point p = at(radius, 2 * StrictMath.PI * i / corners - StrictMath.PI / 2);
            if (inCity(p) && !(northOnly && !river.isNorth(p))) {
                run.add(p);
            } else {
                layRun(run, street);
            }
        }
        layRun(run, street);
    }

    private void layRun(List<Point> run, Street street) {
        if (run.size() > 1) {
            layer.lay(run, street);
        }
        run.clear();
    }

    private boolean inCity(Point p) {
        double x = p.x() / (plan.reach() * 1.08);
        double y = p.y() / (plan.heightMetres() / 2 * 1.08);
        return x * x + y * y < 1;
    }

    private void laySpokes() {
        double start = StrictMath.PI / 2;
        for (int i = 0; i < SPOKES; i++) {
            double angle = start + 2 * StrictMath.PI * i / SPOKES + (i == 0 ? 0 : chance.nextDouble(-0.06, 0.06));
            boolean south = StrictMath.sin(angle) < -0.75;
            StreetKind kind = i % 3 == 0 ? StreetKind.PRIMARY : i % 3 == 1 ? StreetKind.SECONDARY : StreetKind.TERTIARY;
            layOutward(angle, south ? MARKET : WALL, kind, i == 0 ? Name.of("Station Avenue|车站大道") : names.arterial());
        }
        layBranches();
    }

    /** Between the roads out of town come further ones, as soon as a sector has grown wide. */
    private void layBranches() {
        double count = SPOKES;
        double from = INNER;
        while (from < plan.reach() * 1.3) {
            for (int i = 0; i < count; i++) {
                double angle =
                        StrictMath.PI / 2 + 2 * StrictMath.PI * (i + 0.5) / count + chance.nextDouble(-0.05, 0.05);
                layOutward(angle, from, i % 2 == 0 ? StreetKind.TERTIARY : StreetKind.SECONDARY, names.arterial());
            }
            count *= 2;
            from = from == INNER ? 2_440 : 3_350 + 900 * StrictMath.ceil((from * 2 - 3_350) / 900);
        }
    }

    private void layOutward(double angle, double from, StreetKind kind, Name name) {
        Street street = streets.begin(kind, name);
        List<Point> run = new ArrayList<>();
        for (double radius = from; radius < plan.reach() * 1.5; radius += 80) {
            Point p = at(radius, angle);
            if (!inCity(p)) {
                break;
            }
            run.add(p);
        }
        layRun(run, street);
    }
}
