package org.openbeat.app.places.boundaries;

/** A file that RFC 7946, or what we need of it, does not allow; the message says where and what. */
public final class InvalidGeoJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidGeoJson(String where, String what) {
        super("GeoJSON at %s: %s".formatted(where.isEmpty() ? "the document" : where, what));
    }
}
