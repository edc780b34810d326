package org.openbeat.app.places.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.purpose.Lookups;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.places.Beat;
import org.openbeat.app.places.BeatAt;
import org.openbeat.app.places.PlaceMatch;
import org.openbeat.app.places.Places;
import org.openbeat.app.places.Precision;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Places while somebody types or points at the map. Nothing that a resident asks here is stored; what staff look for is
 * (R-69).
 */
@RestController
class PlaceSearchController {
    private static final int MOST = 10;

    private final Places places;
    private final Lookups lookups;
    private final Clock clock;

    PlaceSearchController(Places places, Lookups lookups, Clock clock) {
        this.places = places;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** One place that may be meant. */
    record Suggestion(
            String label,
            double latitude,
            double longitude,
            PlaceMatch.Kind kind,
            Precision precision,
            double confidence,
            boolean outside,
            boolean needsConfirmation) {}

    /** What is at a point; the address is the nearest one, approximate and generated. */
    record Here(
            double latitude,
            double longitude,
            @Nullable String nearestAddress,
            @Nullable Long metresAway,
            @Nullable BeatName beat,
            @Nullable BeatName beatAcross,
            boolean outside) {}

    /** A beat as people call it. */
    record BeatName(String code, String name) {}

    @GetMapping("/api/places/suggest")
    List<Suggestion> suggest(@RequestParam(name = "q", defaultValue = "") String typed, Actor actor) {
        if (actor.kind() == Actor.Kind.STAFF && !typed.isBlank()) {
            lookups.placeSought(actor, typed);
        }
        return places.find(typed, MOST).stream()
                .map(PlaceSearchController::suggestion)
                .toList();
    }

    private static Suggestion suggestion(PlaceMatch match) {
        return new Suggestion(
                match.label(),
                match.at().latitude(),
                match.at().longitude(),
                match.kind(),
                match.precision(),
                Math.round(match.confidence() * 100) / 100.0,
                match.outside(),
                match.needsConfirmation());
    }

    @GetMapping("/api/places/at")
    Here at(@RequestParam double latitude, @RequestParam double longitude, Locale locale) {
        var point = point(latitude, longitude);
        var nearest = places.nearestAddress(point);
        var beat = places.beatAt(point, clock.instant());
        return new Here(
                latitude,
                longitude,
                nearest.map(near -> near.label()).orElse(null),
                nearest.map(near -> Math.round(near.metres())).orElse(null),
                beat.map(here -> name(here.beat(), locale)).orElse(null),
                beat.filter(BeatAt::isDoubtful)
                        .map(here -> name(here.across(), locale))
                        .orElse(null),
                places.jurisdictionAt(point, clock.instant()).isEmpty());
    }

    private static @Nullable BeatName name(@Nullable Beat beat, Locale locale) {
        return beat == null ? null : new BeatName(beat.code().value(), beat.name(locale));
    }

    private static GeoPoint point(double latitude, double longitude) {
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "not-a-position");
        }
    }
}
