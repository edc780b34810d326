package org.openbeat.app.desk.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.draft.Draft;
import org.openbeat.app.desk.draft.Drafts;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.BeatAt;
import org.openbeat.app.places.PlaceMatch;
import org.openbeat.app.places.Places;
import org.openbeat.app.places.Precision;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Second page of the wizard: where it is. A typed address, a point on the map, or words alone. */
@Controller
class PlaceStep {
    private static final int CHOICES = 6;
    private static final int LONGEST = 300;

    private final Places places;
    private final Categories categories;
    private final Drafts drafts;
    private final Clock clock;

    PlaceStep(Places places, Categories categories, Drafts drafts, Clock clock) {
        this.places = places;
        this.categories = categories;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/report/where")
    String ask(OpenDraft open, Model model) {
        model.addAttribute("form", PlaceForm.of(open.draft().place()));
        return page(open, open.draft().place(), List.of(), model);
    }

    @PostMapping("/report/where")
    String answer(OpenDraft open, @ModelAttribute("form") PlaceForm form, BindingResult errors, Model model) {
        if (form.getTyped().length() > LONGEST) {
            errors.rejectValue("typed", "desk.error.too-long", new Object[] {LONGEST}, null);
        }
        if (errors.hasErrors()) {
            return page(open, open.draft().place(), List.of(), model);
        }
        return switch (form.getWish()) {
            case NONE ->
                settle(open, new Draft.Place("", null, null, Whereabouts.Source.DESCRIPTION, true, null, true));
            case DESCRIBE -> describe(open, form, errors, model);
            case FIND -> find(open, form, errors, model);
            case NEXT -> next(open, form, errors, model);
        };
    }

    private String describe(OpenDraft open, PlaceForm form, BindingResult errors, Model model) {
        if (form.getTyped().isBlank()) {
            errors.rejectValue("typed", "desk.where.describe.missing");
            return page(open, open.draft().place(), List.of(), model);
        }
        return settle(
                open, new Draft.Place(form.getTyped(), null, null, Whereabouts.Source.DESCRIPTION, true, null, true));
    }

    private String find(OpenDraft open, PlaceForm form, BindingResult errors, Model model) {
        if (form.getTyped().isBlank()) {
            errors.rejectValue("typed", "desk.where.typed.missing");
        }
        form.setLatitude(null);
        form.setLongitude(null);
        var matches = form.getTyped().isBlank() ? List.<PlaceMatch>of() : places.find(form.getTyped(), CHOICES);
        model.addAttribute("searched", !form.getTyped().isBlank());
        return page(open, Draft.Place.NONE, matches, model);
    }

    private String next(OpenDraft open, PlaceForm form, BindingResult errors, Model model) {
        var place = placed(open.draft().place(), form);
        if (place == null) {
            return find(open, form, errors, model);
        }
        drafts.save(open.token(), open.draft().at(place));
        form.show(place);
        var doubts = doubts(place, form, errors);
        return doubts ? page(open, place, List.of(), model) : settle(open, settled(place));
    }

    /** The chosen match of what was typed, or the point of the map; null when neither was given. */
    private Draft.@Nullable Place placed(Draft.Place before, PlaceForm form) {
        if (!form.getChoice().isBlank()) {
            return places.find(form.getTyped(), CHOICES).stream()
                    .filter(match -> match.label().equals(form.getChoice()))
                    .findFirst()
                    .map(PlaceStep::matched)
                    .orElse(null);
        }
        var point = form.point();
        if (point == null) {
            return null;
        }
        if (point(before).filter(point::equals).isPresent()) {
            // The page came back with the place it was shown; a new text under an old point is a new search.
            return before.typed().equals(form.getTyped()) ? sided(before, form.side()) : null;
        }
        return new Draft.Place(
                form.getTyped(), point.latitude(), point.longitude(), form.pointSource(), false, form.side(), false);
    }

    private static Draft.Place matched(PlaceMatch match) {
        return new Draft.Place(
                match.label(),
                match.at().latitude(),
                match.at().longitude(),
                Whereabouts.Source.ADDRESS,
                match.precision() == Precision.CENTROID,
                null,
                false);
    }

    private static Draft.Place sided(Draft.Place place, @Nullable String side) {
        return new Draft.Place(
                place.typed(), place.latitude(), place.longitude(), place.source(), place.approximate(), side, false);
    }

    /** Outside the area, or at its edge, somebody must say that it is meant so. */
    private boolean doubts(Draft.Place place, PlaceForm form, BindingResult errors) {
        var at = point(place).flatMap(point -> places.beatAt(point, clock.instant()));
        if (isOutside(place) && !form.isOutsideConfirmed()) {
            errors.rejectValue("outsideConfirmed", "desk.where.outside.error");
            return true;
        }
        if (at.filter(BeatAt::isDoubtful).isPresent() && place.beat() == null) {
            errors.rejectValue("side", "desk.where.side.error");
            return true;
        }
        return false;
    }

    private boolean isOutside(Draft.Place place) {
        return point(place)
                .filter(point -> places.jurisdictionAt(point, clock.instant()).isEmpty()
                        && places.beatAt(point, clock.instant()).isEmpty())
                .isPresent();
    }

    private String settle(OpenDraft open, Draft.Place place) {
        drafts.save(open.token(), open.draft().at(place));
        return "redirect:/report/details";
    }

    private static Draft.Place settled(Draft.Place place) {
        return new Draft.Place(
                place.typed(),
                place.latitude(),
                place.longitude(),
                place.source(),
                place.approximate(),
                place.beat(),
                true);
    }

    private static Optional<GeoPoint> point(Draft.Place place) {
        var latitude = place.latitude();
        var longitude = place.longitude();
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new GeoPoint(latitude, longitude));
    }

    private String page(OpenDraft open, Draft.Place place, List<PlaceMatch> matches, Model model) {
        model.addAttribute(
                "category", categories.get(String.valueOf(open.draft().category())));
        model.addAttribute("matches", matches);
        model.addAttribute("outside", isOutside(place));
        point(place).ifPresent(point -> {
            model.addAttribute("point", point);
            places.nearestAddress(point).ifPresent(nearest -> model.addAttribute("nearest", nearest));
            places.beatAt(point, clock.instant())
                    .filter(BeatAt::isDoubtful)
                    .ifPresent(edge -> model.addAttribute("edge", edge));
        });
        return "desk/report-where";
    }
}
