package org.openbeat.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openbeat.app.desk.Candidate;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Category;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.draft.Drafts;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.places.Places;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Last page of the wizard: what will be sent, and what was reported nearby that may be the same. */
@Controller
class CheckStep {
    private final Desk desk;
    private final Categories categories;
    private final Drafts drafts;
    private final Photos photos;
    private final Places places;
    private final DraftCookie cookie;
    private final OpenbeatSettings settings;
    private final Clock clock;

    CheckStep(
            Desk desk,
            Categories categories,
            Drafts drafts,
            Photos photos,
            Places places,
            DraftCookie cookie,
            OpenbeatSettings settings,
            Clock clock) {
        this.desk = desk;
        this.categories = categories;
        this.drafts = drafts;
        this.photos = photos;
        this.places = places;
        this.cookie = cookie;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/report/check")
    String check(OpenDraft open, Model model) {
        if (!open.draft().details().settled()) {
            return "redirect:/report/details";
        }
        var category = category(open);
        var details = open.draft().details();
        var where = DraftReport.where(open.draft().place());
        var point = where.point();
        model.addAttribute("category", category);
        model.addAttribute("draft", open.draft());
        model.addAttribute("where", where);
        model.addAttribute("occurred", DraftReport.occurred(details.day(), details.time(), settings.zone()));
        model.addAttribute("answers", DraftReport.answers(details.answers(), category));
        model.addAttribute("zone", settings.zone());
        model.addAttribute("due", clock.instant().plus(category.standard()));
        model.addAttribute("stored", photos.ofDraft(open.hash()));
        model.addAttribute("candidates", candidates(open));
        if (point != null) {
            places.nearestAddress(point).ifPresent(nearest -> model.addAttribute("nearest", nearest));
            places.beatAt(point, clock.instant()).ifPresent(at -> model.addAttribute("at", at));
        }
        return "desk/report-check";
    }

    /** Where a page that answered the sending leads when it is asked for again, in another language say. */
    @GetMapping({"/report/send", "/report/same"})
    String back() {
        return "redirect:/report/check";
    }

    @PostMapping("/report/send")
    String send(OpenDraft open, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (!open.draft().details().settled()) {
            return "redirect:/report/details";
        }
        var stored = photos.ofDraft(open.hash()).stream().map(Photos.Stored::id).toList();
        var report = DraftReport.of(open.draft(), category(open), stored, settings.zone(), locale);
        var accepted = desk.submit(Actor.RESIDENT, report, open.key());
        drafts.sent(open.token());
        cookie.clear(request, response);
        return "redirect:/r/" + accepted.link().value() + "/sent";
    }

    /** "It is the same": one click follows the other report instead, and the draft is thrown away. */
    @PostMapping("/report/same")
    String same(OpenDraft open, @RequestParam String report, HttpServletRequest request, HttpServletResponse response) {
        var link = desk.follow(Actor.RESIDENT, candidate(open, report).report());
        drafts.discard(open.token());
        cookie.clear(request, response);
        return "redirect:/r/" + link.value() + "/sent";
    }

    @GetMapping("/report/candidates/{report}/photos/{photo}")
    ResponseEntity<byte[]> photo(OpenDraft open, @PathVariable String report, @PathVariable String photo) {
        var candidate = candidate(open, report);
        return DetailsStep.photoId(photo)
                .filter(candidate.photos()::contains)
                .flatMap(id -> photos.findOfReport(candidate.report(), id, Photos.Size.FULL))
                .map(PhotoAnswer::of)
                .orElseThrow(CheckStep::unknown);
    }

    private List<Candidate> candidates(OpenDraft open) {
        var point = DraftReport.where(open.draft().place()).point();
        return point == null ? List.of() : desk.likelyTheSame(category(open).code(), point);
    }

    /** Only what was shown can be named; anything else, half an id or a text, is unknown alike. */
    private Candidate candidate(OpenDraft open, String id) {
        UUID wanted = DetailsStep.photoId(id).map(PhotoId::value).orElseThrow(CheckStep::unknown);
        return candidates(open).stream()
                .filter(candidate -> candidate.report().value().equals(wanted))
                .findFirst()
                .orElseThrow(CheckStep::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "report-unknown");
    }

    private Category category(OpenDraft open) {
        return categories.get(String.valueOf(open.draft().category()));
    }
}
