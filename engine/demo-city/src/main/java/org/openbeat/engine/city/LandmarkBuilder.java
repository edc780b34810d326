package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives each landmark a block of its own near where it should be, and puts its main building there. */
final class LandmarkBuilder {
    private final List<Block> blocks;
    private final Set<Block> taken = new HashSet<>();
    private final List<Building> built = new ArrayList<>();
    private final List<Area> grounds = new ArrayList<>();

    LandmarkBuilder(List<Block> blocks) {
        this.blocks = blocks;
    }

    Set<Block> taken() {
        return taken;
    }

    List<Building> built() {
        return built;
    }

    List<Area> grounds() {
        return grounds;
    }

    /** The nearest block on which the building has room; a city too small for it goes without. */
    void build(LandmarkPlan plan) {
        var nearest = blocks.stream()
                .filter(block -> fits(plan, block))
                .sorted(Comparator.comparingDouble(block -> distance(plan, block)))
                .limit(12)
                .toList();
        for (var block : nearest) {
            if (build(plan, block)) {
                return;
            }
        }
    }

    private boolean fits(LandmarkPlan plan, Block block) {
        boolean street = block.face().edges().stream().anyMatch(edge -> front(edge));
        return street && block.quarter().style().built() && block.area() > plan.land() && !taken.contains(block);
    }

    private static double distance(LandmarkPlan plan, Block block) {
        return Polygons.centroid(block.ring()).distanceTo(plan.near());
    }

    private static boolean front(Edge edge) {
        return edge.street.kind.walked() && edge.street.name != null && edge.street.kind != StreetKind.TRUNK;
    }

    private boolean build(LandmarkPlan plan, Block block) {
        Edge front = longestFront(block);
        Point along = front.to.at.minus(front.from.at).unit();
        Point middle = Polygons.innermost(block.ring());
        Optional<List<Point>> ring = shape(plan, block, middle, along);
        ring.ifPresent(outline -> {
            built.add(building(plan, outline, front));
            taken.add(block);
            grounds.add(Area.of(block.ring(), "landuse", ground(plan)));
        });
        return ring.isPresent();
    }

    private static Building building(LandmarkPlan plan, List<Point> outline, Edge front) {
        Building building = new Building(outline, plan.use(), front);
        building.tags.put(plan.key(), plan.value());
        building.tags.put("name", plan.name().english());
        building.tags.put("name:zh", String.valueOf(plan.name().chinese()));
        return building;
    }

    private static String ground(LandmarkPlan plan) {
        return switch (plan.value()) {
            case "school", "university" -> "education";
            case "hospital" -> "institutional";
            case "stadium", "sports_centre" -> "recreation_ground";
            default -> "commercial";
        };
    }

    private static Edge longestFront(Block block) {
        Edge best = null;
        for (Edge edge : block.face().edges()) {
            if (front(edge) && (best == null || edge.length() > best.length())) {
                best = edge;
            }
        }
        if (best == null) {
            throw new IllegalStateException("A block without a street was chosen for a landmark.");
        }
        return best;
    }

    private static Optional<List<Point>> shape(LandmarkPlan plan, Block block, Point middle, Point along) {
        for (double size = StrictMath.min(130, StrictMath.sqrt(block.area()));
                size > StrictMath.sqrt(plan.land()) * 0.45;
                size *= 0.93) {
            List<Point> ring = outline(plan.shape(), middle, along, size);
            if (block.holds(ring, 5)) {
                return Optional.of(ring);
            }
        }
        return Optional.empty();
    }

    private static List<Point> outline(LandmarkPlan.Shape shape, Point middle, Point along, double size) {
        return switch (shape) {
            case BAR -> Polygons.rectangle(middle, along, size, size * 0.42);
            case COURT ->
                corners(
                        middle, along, size, -0.5, -0.4, 0.5, -0.4, 0.5, 0.4, 0.24, 0.4, 0.24, -0.12, -0.24, -0.12,
                        -0.24, 0.4, -0.5, 0.4);
            case WINGS ->
                corners(
                        middle, along, size, -0.5, -0.1, -0.18, -0.1, -0.18, -0.4, 0.04, -0.4, 0.04, -0.1, 0.5, -0.1,
                        0.5, 0.14, 0.3, 0.14, 0.3, 0.4, 0.1, 0.4, 0.1, 0.14, -0.5, 0.14);
            case BOWL -> Polygons.ellipse(middle, along, size, size * 0.74, 28);
        };
    }

    private static List<Point> corners(Point middle, Point along, double size, double... shares) {
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < shares.length; i += 2) {
            ring.add(
                    middle.plus(along.times(shares[i] * size)).plus(along.left().times(shares[i + 1] * size)));
        }
        return ring;
    }
}
