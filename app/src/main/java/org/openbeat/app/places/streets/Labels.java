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
        if (isChinese(street)) {
            return within(street + number + "号", locality);
        }
        var address = NUMBER_BEHIND.matcher(street).matches() ? street + " " + number : number + " " + street;
        return within(address, locality);
    }

    private static boolean isChinese(String text) {
        return CHINESE.matcher(text).matches();
    }

    /** Chinese goes from the large to the small; a town whose Chinese name is not known is left out. */
    static String within(String name, @Nullable String locality) {
        if (locality == null || name.equals(locality)) {
            return name;
        }
        if (isChinese(name)) {
            return isChinese(locality) && !name.startsWith(locality) ? locality + name : name;
        }
        return name + ", " + locality;
    }

    static String crossing(String street, String other, @Nullable String locality) {
        return within(street + " & " + other, locality);
    }
}
