package org.openbeat.engine.city;

/**
 * What city to make.
 *
 * @param seed the same seed gives the same city, byte for byte
 * @param name its name in English
 * @param nameZh its name in Simplified Chinese
 * @param latitude of the market square, degrees WGS 84
 * @param longitude of the market square, degrees WGS 84
 * @param widthMetres from west to east
 * @param heightMetres from south to north
 * @param withBuildings false leaves out building footprints and addresses, for a big city to measure routing on
 */
public record CityPlan(
        long seed,
        String name,
        String nameZh,
        double latitude,
        double longitude,
        double widthMetres,
        double heightMetres,
        boolean withBuildings) {

    public CityPlan {
        if (widthMetres < 4_000 || heightMetres < 4_000) {
            throw new IllegalArgumentException(
                    "A city of %s by %s metres has no room for its ring road.%nMaybe 6000 by 5000."
                            .formatted(widthMetres, heightMetres));
        }
    }

    /** The demo city, about 6 by 5 kilometres, in the Atlantic where no real place can be meant. */
    public static CityPlan lindenport() {
        return new CityPlan(20_091, "Lindenport", "林登港", 45.0, -30.0, 6_000, 5_000, true);
    }

    /** The same kind of city of any size and without buildings. */
    public static CityPlan metropolis(long seed, double widthMetres, double heightMetres) {
        return new CityPlan(seed, "Great Lindenport", "大林登港", 45.0, -30.0, widthMetres, heightMetres, false);
    }

    double flatness() {
        return heightMetres / widthMetres;
    }

    double reach() {
        return widthMetres / 2;
    }
}
