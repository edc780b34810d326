package org.openbeat.app.places.extract;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * What an extract holds for us.
 *
 * @param features in no special order
 * @param area the rectangle of everything in it, degrees
 */
public record Extract(List<Feature> features, Envelope area) {
    public Extract {
        features = List.copyOf(features);
        area = new Envelope(area);
    }
}
