package org.openbeat.app.places.streets;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.NearestAddress;
import org.openbeat.app.places.geometry.Lines;
import org.springframework.stereotype.Component;

/** Names the address or street nearest to a point. */
@Component
public class ReverseGeocoder {
    private static final double ADDRESS_WITHIN = 60;
    private static final double STREET_WITHIN = 500;

    private final JdbcStreets streets;

    ReverseGeocoder(JdbcStreets streets) {
        this.streets = streets;
    }

    /** The nearest address within 60 m, else the nearest street within 500 m. */
    public Optional<NearestAddress> nearest(UUID map, GeoPoint point) {
        return address(map, point).or(() -> street(map, point));
    }

    private Optional<NearestAddress> address(UUID map, GeoPoint point) {
        return streets.addressesWithin(map, Lines.around(point, ADDRESS_WITHIN)).stream()
                .map(door -> near(
                        point,
                        Labels.address(door.label(), door.number(), door.locality()),
                        new GeoPoint(door.latitude(), door.longitude())))
                .filter(near -> near.metres() <= ADDRESS_WITHIN)
                .min(Comparator.comparingDouble(NearestAddress::metres).thenComparing(NearestAddress::label));
    }

    private Optional<NearestAddress> street(UUID map, GeoPoint point) {
        return streets.streetsWithin(map, Lines.around(point, STREET_WITHIN)).stream()
                .map(line ->
                        near(point, Labels.within(line.label(), line.locality()), Lines.nearest(line.course(), point)))
                .filter(near -> near.metres() <= STREET_WITHIN)
                .min(Comparator.comparingDouble(NearestAddress::metres).thenComparing(NearestAddress::label));
    }

    private static NearestAddress near(GeoPoint point, String label, GeoPoint at) {
        return new NearestAddress(label, at, point.metresTo(at));
    }
}
