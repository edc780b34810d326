package org.openbeat.app.desk.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Category;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.kernel.GeoPoint;

/**
 * The fields of {@code POST requests} as a report. {@code device_id} and {@code account_id} are accepted and not kept:
 * the desk needs neither. The address in {@code media_url} is passed on to staff as text and never fetched, because
 * whoever names an address must not make this server visit it.
 */
final class NewRequest {
    private static final int LONGEST_MEDIA_URL = 1_000;

    private final Parameters parameters;
    private final List<String> faults = new ArrayList<>();

    private NewRequest(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @throws Open311Fault 400 with everything that is wrong */
    static NewReport report(Parameters parameters, Category category, List<PhotoId> photos, Locale locale) {
        return new NewRequest(parameters).read(category, photos, locale);
    }

    private NewReport read(Category category, List<PhotoId> photos, Locale locale) {
        var description = description();
        var where = whereabouts();
        var answers = parameters.attributes();
        category.questions().stream()
                .filter(question -> question.required() && !answers.containsKey(question.code()))
                .forEach(question -> faults.add("attribute[" + question.code() + "] is required."));
        if (!faults.isEmpty()) {
            throw Open311Fault.malformed(faults);
        }
        return new NewReport(
                category.code(), description, where, null, answers, photos, contact(), locale, Channel.OPEN311, true);
    }

    private String description() {
        var words = parameters.text("description");
        if (words.codePointCount(0, words.length()) > NewReport.LONGEST_DESCRIPTION) {
            faults.add("description has more than " + NewReport.LONGEST_DESCRIPTION + " characters.");
        }
        var media = parameters.find("media_url").orElse(null);
        if (media == null) {
            return words;
        }
        if (!isWebAddress(media)) {
            faults.add("media_url is no http or https address of at most " + LONGEST_MEDIA_URL + " characters.");
        }
        var both = (words + "\n\nmedia_url: " + media).strip();
        return both.length() > NewReport.LONGEST_DESCRIPTION ? words : both;
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return text.length() <= LONGEST_MEDIA_URL
                    && address.getHost() != null
                    && Set.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Whereabouts whereabouts() {
        var point = point();
        var address = parameters
                .find("address_string")
                .or(() -> parameters.find("address"))
                .or(() -> parameters.find("address_id").map(id -> "address_id " + id))
                .orElse("");
        if (point == null && address.isEmpty()) {
            faults.add("A place is required: lat and long, or address_string, or address_id.");
        }
        if (address.length() > 300) {
            faults.add("address_string has more than 300 characters.");
            address = "";
        }
        return point == null
                ? Whereabouts.described(address)
                : new Whereabouts(address, point, Whereabouts.Source.PARTNER, false, null);
    }

    private @Nullable GeoPoint point() {
        var latitude = parameters.find("lat").orElse(null);
        var longitude = parameters.find("long").orElse(null);
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            faults.add("lat and long are sent together.");
            return null;
        }
        try {
            return new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (IllegalArgumentException e) { // NumberFormatException is one.
            faults.add("lat and long are decimal degrees, -90 to 90 and -180 to 180.");
            return null;
        }
    }

    private Contact contact() {
        var name = (parameters.text("first_name") + " " + parameters.text("last_name")).strip();
        return new Contact(name, parameters.text("email"), parameters.text("phone"), false);
    }
}
