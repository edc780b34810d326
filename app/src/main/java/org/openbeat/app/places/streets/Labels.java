package org.openbeat.app.places.streets;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How addresses are written where the street's name comes from. */
final class Labels {
    private static final Pattern NUMBER_BEHIND = Pattern.compile(
            "(?i).*(strasse|straße|str\\.|weg|gasse|platz|allee|ring|rain|gata|gatan|gade|via|calle)\\b.*"
                    + "|(via|calle|carrer|avinguda|plaça|piazza|corso)\\s.*");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

    private Labels() {}

    static String address(String street, String number, @Nullable String locality) {
        if (CHINESE.matcher(street).matches()) {
            return (locality == null ? "" : locality) + street + number + "号";
        }
        var address = NUMBER_BEHIND.matcher(street).matches() ? street + " " + number : number + " " + street;
        return within(address, locality);
    }

    static String within(String name, @Nullable String locality) {
        return locality == null || name.equals(locality) ? name : name + ", " + locality;
    }

    static String crossing(String street, String other, @Nullable String locality) {
        return within(street + " & " + other, locality);
    }
}
