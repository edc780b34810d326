package org.openbeat.engine.city;

import java.util.List;

/** Which beats the city has: their codes, names and stations, and which part of the city belongs to which. */
enum BeatPlan {
    OLD_TOWN("101", "Old Town|老城", Station.CENTRAL),
    WEAVERS("102", "Weavers' Fields|织工地", Station.CENTRAL),
    RAILWAY("103", "Station Quarter|车站区", Station.CENTRAL),
    LINDEN("104", "Linden Court|椴树苑", Station.CENTRAL),
    WEST_HEATH("201", "West Heath|西荒原", Station.HEATH),
    HIGH_HEATH("202", "High Heath|高荒原", Station.HEATH),
    EAST_HEATH("203", "East Heath|东荒原", Station.HEATH),
    MILLBANK("301", "Mill Reach|磨坊湾", Station.SOUTHBANK),
    SOUTHBANK("302", "Southbank|南岸", Station.SOUTHBANK),
    PORT("303", "Port Side|港畔", Station.SOUTHBANK),
    WEST_MEADOWS("401", "West Meadows|西草甸", Station.MEADOWS),
    LONG_MEADOWS("402", "Long Meadows|长草甸", Station.MEADOWS),
    SALT_MEADOWS("403", "Salt Meadows|盐草甸", Station.MEADOWS);

    /** Where the crews of some beats start from. */
    enum Station {
        CENTRAL("city/central", "Central Police Station|中心警察局", new Point(110, -230)),
        HEATH("city/heath", "Heath Police Station|荒原警察局", new Point(-250, 1_750)),
        SOUTHBANK("city/southbank", "Southbank Police Station|南岸警察局", new Point(150, -900)),
        MEADOWS("city/meadows", "Meadows Police Station|草甸警察局", new Point(-350, -1_780));

        /** The part of the police that works from here, in its tree of agencies. */
        final String agency;

        final Name name;
        final Point near;

        Station(String agency, String name, Point near) {
            this.agency = agency;
            this.name = Name.of(name);
            this.near = near;
        }
    }

    private static final List<BeatPlan> NORTH_INNER = List.of(LINDEN, RAILWAY, WEAVERS);
    private static final List<BeatPlan> NORTH_OUTER = List.of(EAST_HEATH, HIGH_HEATH, WEST_HEATH);
    private static final List<BeatPlan> SOUTH_INNER = List.of(MILLBANK, SOUTHBANK, PORT);
    private static final List<BeatPlan> SOUTH_OUTER = List.of(WEST_MEADOWS, LONG_MEADOWS, SALT_MEADOWS);

    final String code;
    final Name name;
    final Station station;

    BeatPlan(String code, String name, Station station) {
        this.code = code;
        this.name = Name.of(name);
        this.station = station;
    }

    /** The beat of a place, by the side of the river, the ring road and the direction from the market. */
    static BeatPlan of(Point place, double flatness, boolean north) {
        double radius = new Point(place.x(), place.y() / flatness).length();
        if (north && radius < Skeleton.WALL) {
            return OLD_TOWN;
        }
        double angle = StrictMath.atan2(place.y() / flatness, place.x());
        int sector = north ? sector(angle) : sector(angle + StrictMath.PI);
        boolean inner = radius < Skeleton.TRUNK;
        return (north ? inner ? NORTH_INNER : NORTH_OUTER : inner ? SOUTH_INNER : SOUTH_OUTER).get(sector);
    }

    /** A third of a half circle; what lies a little beyond its ends counts to its first or last third. */
    private static int sector(double angle) {
        double turn = angle < -StrictMath.PI / 2 ? angle + 2 * StrictMath.PI : angle;
        return StrictMath.clamp((int) StrictMath.floor(turn / (StrictMath.PI / 3)), 0, 2);
    }
}
