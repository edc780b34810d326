package org.openbeat.demo;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.openbeat.engine.city.GeoPosition;

/** A unit's telephone on the move: it drives along streets and tells its position by OwnTracks (HTTP mode). */
final class Car {
    private static final double METRES_PER_DEGREE = 111_195;

    private final Visitor phone;
    private final String token;
    private GeoPosition at;
    private List<GeoPosition> way = List.of();
    private int next;

    Car(Visitor phone, String token, GeoPosition at) {
        this.phone = phone;
        this.token = token;
        this.at = at;
    }

    GeoPosition at() {
        return at;
    }

    boolean isThere() {
        return next >= way.size();
    }

    void drive(List<GeoPosition> route) {
        way = route;
        next = 0;
    }

    /** Goes on along its way by as many metres, and tells where it is now. */
    void advance(double metres, double speedKmh, long epochSecond) {
        double left = metres;
        GeoPosition from = at;
        while (left > 0 && next < way.size()) {
            double ahead = distance(at, way.get(next));
            if (ahead <= left) {
                at = way.get(next++);
                left -= ahead;
            } else {
                at = between(at, way.get(next), left / ahead);
                left = 0;
            }
        }
        tell(heading(from, at), isThere() ? 0 : speedKmh, epochSecond);
    }

    private void tell(double heading, double speedKmh, long epochSecond) {
        var json = String.format(
                Locale.ROOT,
                "{\"_type\":\"location\",\"lat\":%.6f,\"lon\":%.6f,\"tst\":%d,\"acc\":6,\"vel\":%.0f,\"cog\":%.0f}",
                at.latitude(),
                at.longitude(),
                epochSecond,
                speedKmh,
                heading);
        var answer = phone.send(phone.request("/positions/owntracks")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        if (answer.status() != 200) {
            throw new IllegalStateException("a position was answered with " + answer.status() + ": " + answer.text());
        }
    }

    private static double distance(GeoPosition from, GeoPosition to) {
        return Math.hypot(east(from, to), (to.latitude() - from.latitude()) * METRES_PER_DEGREE);
    }

    private static double east(GeoPosition from, GeoPosition to) {
        double shrink = Math.cos(Math.toRadians(from.latitude()));
        return (to.longitude() - from.longitude()) * METRES_PER_DEGREE * shrink;
    }

    private static double heading(GeoPosition from, GeoPosition to) {
        double north = (to.latitude() - from.latitude()) * METRES_PER_DEGREE;
        double degrees = Math.toDegrees(Math.atan2(east(from, to), north));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static GeoPosition between(GeoPosition from, GeoPosition to, double share) {
        return new GeoPosition(
                from.latitude() + (to.latitude() - from.latitude()) * share,
                from.longitude() + (to.longitude() - from.longitude()) * share);
    }
}
