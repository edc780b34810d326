package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Draws the plan step by step: great lines, quarters and beats, streets, blocks, and what stands on them. */
final class Draft {
    final CityPlan plan;
    final PlaneGraph graph = new PlaneGraph();
    final Streets streets = new Streets();
    final List<Quarter> quarters = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Chain> chains = new ArrayList<>();
    final List<Building> buildings = new ArrayList<>();
    final List<Area> areas = new ArrayList<>();
    final List<Shops.Shop> points = new ArrayList<>();
    final List<Point> jurisdiction = new ArrayList<>();
    final Map<BeatPlan, List<Point>> beats = new LinkedHashMap<>();

    private final RandomGenerator chance;
    private final StreetNames names;
    final River river;

    Draft(CityPlan plan) {
        this.plan = plan;
        this.chance = new SplittableRandom(plan.seed());
        this.names = new StreetNames(chance);
        this.river = new River(plan, chance.nextDouble(6));
        drawStreets();
        build();
        nameBeats();
    }

    private void drawStreets() {
        new Skeleton(plan, chance, graph, streets, names, river).lay();
        Faces faces = new Faces(graph);
        quarters.addAll(new Zoning(plan, river, chance).quarters(faces.bounded()));
        BeatFinder finder = new BeatFinder(graph, faces, quarters, river, plan.flatness());
        jurisdiction.addAll(finder.jurisdiction());
        beats.putAll(finder.beats());
        new RailBridges(graph).raise();
        quarters.stream().filter(quarter -> quarter.style().across > 0).forEach(this::fill);
        new DriveNetwork(graph, DriveNetwork.startNear(graph, new Point(0, Skeleton.INNER))).repair();
        chains.addAll(Chain.all(graph));
    }

    private void fill(Quarter quarter) {
        Lattice lattice = quarter.style() == Style.OLD_TOWN
                ? new OldTownLattice(plan, new SplittableRandom(plan.seed()))
                : new GridLattice(quarter, chance);
        StreetChoice choice = new StreetChoice(streets, names, chance, quarter.style());
        new QuarterStreets(graph, chance, quarter, lattice, choice).lay();
    }

    private void build() {
        Scenery scenery = new Scenery(plan, chance);
        scenery.add(jurisdiction, river);
        quarters.forEach(scenery::add);
        if (plan.withBuildings()) {
            blocks.addAll(new BlockFinder(quarters).blocks(new Faces(graph).bounded()));
            buildUp(scenery);
            points.addAll(Shops.open(buildings, chance));
        }
        areas.addAll(scenery.areas());
    }

    private void buildUp(Scenery scenery) {
        LandmarkBuilder landmarks = new LandmarkBuilder(blocks);
        LandmarkPlan.all().forEach(landmarks::build);
        for (BeatPlan.Station station : BeatPlan.Station.values()) {
            landmarks.build(LandmarkPlan.of(station));
        }
        scenery.areas().addAll(landmarks.grounds());
        buildings.addAll(landmarks.built());
        Builder builder = new Builder(chance);
        for (Block block : blocks) {
            boolean free = block.quarter().style().built() && !landmarks.taken().contains(block);
            if (free && chance.nextInt(100) < 6 && block.quarter().style() != Style.INDUSTRY) {
                scenery.green(block);
            } else if (free) {
                buildings.addAll(builder.build(block));
            }
        }
        new Numbering(chains).number(buildings);
    }

    private void nameBeats() {
        place(new Point(0, 0), new Name(plan.name(), plan.nameZh()), "city");
        beats.forEach((beat, ring) -> place(Polygons.innermost(ring), beat.name, "suburb"));
        Map<String, String> station = new TreeMap<>(Map.of("railway", "station"));
        station.put("name", plan.name() + " Central");
        station.put("name:zh", plan.nameZh() + "中央车站");
        points.add(new Shops.Shop(Railway.STATION.plus(new Point(150, 0)), station));
    }

    private void place(Point at, Name name, String kind) {
        Map<String, String> tags = new TreeMap<>(Map.of("place", kind, "name", name.english()));
        tags.put("name:zh", String.valueOf(name.chinese()));
        points.add(new Shops.Shop(at, tags));
    }
}
