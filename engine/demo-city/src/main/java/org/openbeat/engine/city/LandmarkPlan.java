package org.openbeat.engine.city;

import java.util.List;

/** The landmarks that a city of this size has: what they are, how much land they need, and where about. */
record LandmarkPlan(String key, String value, Name name, Point near, double land, Shape shape, String use) {

    /** The outline of the main building. */
    enum Shape {
        BAR,
        COURT,
        WINGS,
        BOWL
    }

    static List<LandmarkPlan> all() {
        return List.of(
                place("amenity", "townhall", "Lindenport Town Hall|林登港市政厅", 0, 110, 1_200, Shape.BAR, "civic"),
                place("amenity", "marketplace", "Market Hall|集市大厅", -110, -10, 1_000, Shape.BAR, "retail"),
                place("amenity", "library", "City Library|市立图书馆", 170, 130, 1_500, Shape.WINGS, "public"),
                place("tourism", "museum", "River Museum|河流博物馆", -230, -130, 1_500, Shape.COURT, "public"),
                place("amenity", "theatre", "Lantern Theatre|提灯剧院", 330, 30, 1_500, Shape.BAR, "public"),
                place("amenity", "courthouse", "District Court|地方法院", -330, 160, 1_500, Shape.COURT, "civic"),
                place("amenity", "hospital", "Lindenport Hospital|林登港医院", -880, 420, 9_000, Shape.WINGS, "hospital"),
                place(
                        "amenity",
                        "university",
                        "University of Lindenport|林登港大学",
                        640,
                        -760,
                        9_000,
                        Shape.COURT,
                        "university"),
                place("leisure", "stadium", "Ferry Ground Stadium|渡口体育场", 1_350, -1_050, 12_000, Shape.BOWL, "stadium"),
                place(
                        "amenity",
                        "bus_station",
                        "Central Bus Station|中央汽车站",
                        150,
                        1_070,
                        2_500,
                        Shape.BAR,
                        "transportation"),
                place(
                        "amenity",
                        "fire_station",
                        "Inner Ring Fire Station|内环消防站",
                        900,
                        420,
                        3_000,
                        Shape.BAR,
                        "fire_station"),
                place(
                        "amenity",
                        "fire_station",
                        "Southbank Fire Station|南岸消防站",
                        -620,
                        -900,
                        3_000,
                        Shape.BAR,
                        "fire_station"),
                place("amenity", "school", "Lime Street School|椴树学校", 520, 560, 4_000, Shape.WINGS, "school"),
                place("amenity", "school", "Weavers' School|织工学校", -900, -30, 4_000, Shape.WINGS, "school"),
                place("amenity", "school", "Southbank School|南岸学校", -180, -620, 4_000, Shape.WINGS, "school"),
                place("amenity", "school", "Heath School|荒原学校", -700, 1_500, 5_000, Shape.WINGS, "school"),
                place("amenity", "school", "Meadows School|草甸学校", 300, -1_550, 5_000, Shape.WINGS, "school"),
                place("amenity", "school", "Port Side School|港畔学校", 1_250, -200, 4_000, Shape.WINGS, "school"),
                place("amenity", "school", "Mill Reach School|磨坊湾学校", -1_400, -600, 4_000, Shape.WINGS, "school"),
                place(
                        "amenity",
                        "community_centre",
                        "Southbank Community House|南岸社区之家",
                        420,
                        -560,
                        2_500,
                        Shape.BAR,
                        "civic"),
                place(
                        "amenity",
                        "community_centre",
                        "Heath Community House|荒原社区之家",
                        400,
                        1_700,
                        2_500,
                        Shape.BAR,
                        "civic"),
                place("shop", "mall", "Ring Centre|环路购物中心", 1_500, 650, 8_000, Shape.COURT, "retail"),
                place("amenity", "post_office", "Main Post Office|邮政总局", 330, 330, 1_500, Shape.BAR, "public"),
                place("leisure", "sports_centre", "River Baths|河畔泳馆", -420, -520, 3_000, Shape.BAR, "sports_hall"),
                place("office", "newspaper", "The Linden Leaf|椴叶报社", -420, 330, 2_000, Shape.BAR, "office"));
    }

    static LandmarkPlan of(BeatPlan.Station station) {
        return new LandmarkPlan("amenity", "police", station.name, station.near, 1_500, Shape.COURT, "civic");
    }

    private static LandmarkPlan place(
            String key, String value, String name, double x, double y, double land, Shape shape, String use) {
        return new LandmarkPlan(key, value, Name.of(name), new Point(x, y), land, shape, use);
    }
}
