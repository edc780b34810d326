package org.openbeat.app.dispatch.web;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;

/**
 * The form of a call as it was sent.
 *
 * @param key made with the page; the same call sent twice has the same
 * @param latitude of the place that was chosen from the list; empty when the words are all there is
 * @param trust how far the geocoder believes the place
 * @param joins id of the open incident that the call is about; empty opens a new one
 * @param next {@code call} goes on to the next call
 * @param scripts whether the page's scripts run, and the board can be the next page
 */
record CallForm(
        String key,
        String place,
        String latitude,
        String longitude,
        String trust,
        String type,
        String priority,
        String notes,
        String callerName,
        String callerPhone,
        String joins,
        String next,
        boolean scripts) {

    CallForm {
        key = text(key);
        place = text(place).strip();
        latitude = text(latitude);
        longitude = text(longitude);
        trust = text(trust);
        type = text(type);
        priority = text(priority);
        notes = text(notes);
        callerName = text(callerName);
        callerPhone = text(callerPhone);
        joins = text(joins);
        next = text(next);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    static CallForm empty(String key, String place) {
        return new CallForm(key, place, "", "", "", "", "", "", "", "", "", "", false);
    }

    CallForm under(String otherKey) {
        return new CallForm(
                otherKey,
                place,
                latitude,
                longitude,
                trust,
                type,
                priority,
                notes,
                callerName,
                callerPhone,
                joins,
                next,
                scripts);
    }

    /** Key of the message that says what is missing; null when nothing is. */
    @Nullable
    String missing() {
        if (place.isBlank()) {
            return "dispatch.call.missing-place";
        }
        if (type.isBlank()) {
            return "dispatch.call.missing-type";
        }
        return notes.isBlank() ? "dispatch.call.missing-notes" : null;
    }

    NewCall call() {
        return new NewCall(
                orNull(callerName),
                orNull(callerPhone),
                place,
                point(),
                believed(),
                type,
                level(),
                notes,
                null,
                joins.isBlank() ? null : new IncidentId(id(joins)),
                null);
    }

    @Nullable
    GeoPoint point() {
        if (latitude.isBlank() || longitude.isBlank()) {
            return null;
        }
        try {
            return point(Double.parseDouble(latitude), Double.parseDouble(longitude));
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.INVALID, "position-invalid", "latitude, longitude");
        }
    }

    static GeoPoint point(double latitude, double longitude) {
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "position-invalid", "latitude, longitude");
        }
    }

    private @Nullable LocationTrust believed() {
        return Arrays.stream(LocationTrust.values())
                .filter(each -> each.name().equals(trust))
                .findFirst()
                .orElse(null);
    }

    /** The level as a number for the page; null for the level of the type. */
    public @Nullable Integer priorityLevel() {
        return priority.matches("[1-4]") ? Integer.valueOf(priority) : null;
    }

    private @Nullable Priority level() {
        var level = priorityLevel();
        if (level == null && !priority.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, "priority-unknown", priority);
        }
        return level == null ? null : new Priority(level);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
