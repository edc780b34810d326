package org.openbeat.app.places;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/**
 * The area of a community officer, as it is bounded at some time.
 *
 * @param code short and stable, stands in addresses
 * @param name how residents call it
 * @param nameZh the same in Chinese; null if nobody gave one
 * @param agency which agency works it
 * @param station the station its crews start from; null if nobody said
 * @param centre a point inside it
 */
public record Beat(
        BeatCode code,
        String name,
        @Nullable String nameZh,
        AgencyId agency,
        @Nullable String station,
        GeoPoint centre) {

    /** The name in a reader's language, as far as there is one. */
    public String name(Locale locale) {
        return nameZh != null && locale.getLanguage().equals("zh") ? nameZh : name;
    }
}
