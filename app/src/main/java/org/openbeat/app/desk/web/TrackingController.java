package org.openbeat.app.desk.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.access.Access;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.LinkSecret;
import org.openbeat.app.desk.Tracked;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.desk.rights.DataRequests;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.app.ledger.Receipt;
import org.openbeat.app.places.Places;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the secret link. Whoever has no link that leads anywhere gets the same "not found", always. */
@Controller
@RequestMapping("/r/{secret}")
class TrackingController {
    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(3);

    private final Desk desk;
    private final Categories categories;
    private final Surveys surveys;
    private final Photos photos;
    private final BeatOfficers officers;
    private final Places places;
    private final Ledger ledger;
    private final Access access;
    private final DataRequests requests;

    TrackingController(
            Desk desk,
            Categories categories,
            Surveys surveys,
            Photos photos,
            BeatOfficers officers,
            Places places,
            Ledger ledger,
            Access access,
            DataRequests requests) {
        this.desk = desk;
        this.categories = categories;
        this.surveys = surveys;
        this.photos = photos;
        this.officers = officers;
        this.places = places;
        this.ledger = ledger;
        this.access = access;
        this.requests = requests;
    }

    @GetMapping
    String track(@PathVariable String secret, Locale locale, Model model) {
        return page(secret, "desk/tracking", locale, model);
    }

    /** What the sender should keep: reference, link, receipt, who is responsible and by when. */
    @GetMapping("/sent")
    String sent(@PathVariable String secret, Locale locale, Model model) {
        return page(secret, "desk/report-sent", locale, model);
    }

    private String page(String secret, String template, Locale locale, Model model) {
        var tracked = tracked(secret);
        var report = tracked.report();
        var beat = report.responsible().beat();
        model.addAttribute("secret", secret);
        model.addAttribute("tracked", tracked);
        model.addAttribute("report", report);
        model.addAttribute("zone", report.times().zone());
        model.addAttribute("category", categories.get(report.category()));
        model.addAttribute("stored", shownPhotos(tracked));
        model.addAttribute("agencies", AgencyNames.of(access, tracked.openings(), locale));
        if (tracked.isSender()) {
            surveys.find(report.id()).ifPresent(survey -> model.addAttribute("survey", survey));
            model.addAttribute("requests", requests.of(report.id()));
        }
        if (report.contentHash().isEmpty()) {
            requests.erasedAt(report.id()).ifPresent(erased -> model.addAttribute("erasedAt", erased));
        }
        if (beat != null) {
            places.findBeat(beat).ifPresent(found -> model.addAttribute("beat", found));
            officers.of(beat).ifPresent(officer -> model.addAttribute("officer", officer));
        }
        return template;
    }

    private java.util.List<Photos.Stored> shownPhotos(Tracked tracked) {
        var shown = tracked.isSender() || tracked.report().content().neighboursMayRead();
        return shown ? photos.ofReport(tracked.report().id()) : java.util.List.of();
    }

    @PostMapping("/add")
    String add(@PathVariable String secret, @RequestParam String text, RedirectAttributes redirect) {
        return change(secret, new Change.Add(text), "desk.notice.added", redirect);
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable String secret, @RequestParam String reason, RedirectAttributes redirect) {
        return change(secret, new Change.Reopen(reason), "desk.notice.reopened", redirect);
    }

    @PostMapping("/hide-name")
    String hideName(@PathVariable String secret, RedirectAttributes redirect) {
        return change(secret, new Change.HideName(), "desk.notice.name-hidden", redirect);
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable String secret, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        return change(secret, new Change.Withdraw(reason), "desk.notice.withdrawn", redirect);
    }

    private String change(String secret, Change.BySender change, String notice, RedirectAttributes redirect) {
        desk.change(LinkSecret.of(secret).orElseThrow(TrackingController::unknown), change);
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/r/" + secret;
    }

    /**
     * One click answers one question. It is a POST, because mail programs and browsers fetch addresses before anyone
     * clicks them; a link in a mail leads to this page's buttons.
     */
    @PostMapping("/survey")
    String answer(
            @PathVariable String secret,
            @RequestParam Surveys.Question question,
            @RequestParam Surveys.Answer answer,
            RedirectAttributes redirect) {
        var tracked = tracked(secret);
        if (!tracked.isSender()) {
            throw unknown();
        }
        var first = surveys.answer(tracked.report().id(), question, answer);
        redirect.addFlashAttribute("notice", first ? "desk.notice.answered" : "desk.notice.answered-before");
        return "redirect:/r/" + secret + "#survey";
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> photo(
            @PathVariable String secret, @PathVariable String id, @RequestParam(defaultValue = "") String size) {
        var tracked = tracked(secret);
        var wanted = size.equals("small") ? Photos.Size.SMALL : Photos.Size.FULL;
        return DetailsStep.photoId(id)
                .filter(photo -> shownPhotos(tracked).stream()
                        .anyMatch(stored -> stored.id().equals(photo)))
                .flatMap(photo -> photos.findOfReport(tracked.report().id(), photo, wanted))
                .map(PhotoAnswer::of)
                .orElseThrow(TrackingController::unknown);
    }

    /** The signed proof that the report was received, to be kept and checked without this server. */
    @GetMapping("/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable String secret) {
        var tracked = tracked(secret);
        var report = tracked.report();
        var subject = new Subject("report", report.id().value().toString());
        var receipt = Optional.of(tracked)
                .filter(Tracked::isSender)
                .flatMap(sender -> ledger.awaitReceipt(subject, "desk.report-received", RECEIPT_PATIENCE))
                .orElseThrow(() -> new Refusal(Kind.UNAVAILABLE, "receipt-not-ready"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Receipt.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s%s\""
                                .formatted(report.reference().value(), Receipt.FILE_EXTENSION))
                .body(receipt.bytes());
    }

    private Tracked tracked(String secret) {
        return LinkSecret.of(secret).flatMap(desk::track).orElseThrow(TrackingController::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "report-unknown");
    }
}
