package org.openbeat.app.places.streets;

import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.PlaceMatch;
import org.openbeat.app.places.Precision;

/** A match before anybody knows whether it lies in the jurisdiction. */
public record Found(String label, GeoPoint at, PlaceMatch.Kind kind, Precision precision, double confidence) {

    public PlaceMatch outside(boolean outside) {
        return new PlaceMatch(label, at, kind, precision, confidence, outside);
    }
}
