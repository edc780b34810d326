package org.openbeat.app.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.purpose.PurposeQuestion;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.Opened;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.Worklist;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.desk.photo.Photos;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Places;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one report for staff, and what they may do with it. Opening it is recorded and shown to the sender. */
@Controller
@RequestMapping("/desk/reports/{reference}")
class ReportController {
    private final Desk desk;
    private final Categories categories;
    private final Photos photos;
    private final BeatOfficers officers;
    private final Places places;
    private final PurposeQuestion question;
    private final Access access;

    ReportController(
            Desk desk,
            Categories categories,
            Photos photos,
            BeatOfficers officers,
            Places places,
            PurposeQuestion question,
            Access access) {
        this.desk = desk;
        this.categories = categories;
        this.photos = photos;
        this.officers = officers;
        this.places = places;
        this.question = question;
        this.access = access;
    }

    @GetMapping
    String open(Actor actor, @PathVariable String reference, Locale locale, Model model) {
        model.addAttribute("audited", actor.hasAny(Role.STATION_CHIEF, Role.COMMANDER));
        try {
            return show(desk.open(actor, reference(reference)), locale, model);
        } catch (PurposeRequired refused) {
            return ask(actor, refused, model);
        }
    }

    /** What is needed to choose, and the question why it is to be opened. */
    private String ask(Actor actor, PurposeRequired refused, Model model) {
        var search = new Worklist.Search(Worklist.Which.ALL, refused.label(), null, List.of(), true, null);
        var line = desk.list(actor, search).lines().getFirst();
        model.addAttribute("line", line);
        model.addAttribute("category", categories.get(line.category()));
        model.addAttribute("ask", question.of(actor, refused, "/desk/reports/" + refused.label()));
        return "desk/report-closed";
    }

    private String show(Opened opened, Locale locale, Model model) {
        var report = opened.report();
        var point = report.content().where().point();
        var beat = report.responsible().beat();
        model.addAttribute("opened", opened);
        model.addAttribute("agencies", AgencyNames.of(access, opened.openings(), locale));
        model.addAttribute("report", report);
        model.addAttribute("zone", report.times().zone());
        model.addAttribute("category", categories.get(report.category()));
        model.addAttribute("categories", categories.list());
        model.addAttribute("stored", photos.ofReport(report.id()));
        model.addAttribute("beats", places.beats());
        model.addAttribute("outcomes", Outcome.resolving());
        model.addAttribute("reasons", Outcome.declining());
        if (point != null) {
            places.nearestAddress(point).ifPresent(nearest -> model.addAttribute("nearest", nearest));
        }
        if (beat != null) {
            officers.of(beat).ifPresent(officer -> model.addAttribute("officer", officer));
        }
        return "desk/report";
    }

    @PostMapping("/take-on")
    String takeOn(Actor actor, @PathVariable String reference, RedirectAttributes redirect) {
        return change(actor, reference, new Change.TakeOn(), redirect);
    }

    @PostMapping("/reply")
    String reply(Actor actor, @PathVariable String reference, @RequestParam String text, RedirectAttributes redirect) {
        return change(actor, reference, new Change.Reply(text), redirect);
    }

    @PostMapping("/note")
    String note(Actor actor, @PathVariable String reference, @RequestParam String text, RedirectAttributes redirect) {
        return change(actor, reference, new Change.Note(text), redirect);
    }

    @PostMapping("/category")
    String recategorise(
            Actor actor, @PathVariable String reference, @RequestParam String category, RedirectAttributes redirect) {
        return change(actor, reference, new Change.Recategorise(category), redirect);
    }

    @PostMapping("/move")
    String move(
            Actor actor,
            @PathVariable String reference,
            @RequestParam String beat,
            @RequestParam(required = false) @Nullable Boolean keepReading,
            RedirectAttributes redirect) {
        if (!beat.matches("[A-Za-z0-9-]{1,20}")) {
            throw new Refusal(Kind.INVALID, "unknown-beat");
        }
        return change(actor, reference, new Change.Move(new BeatCode(beat), keepReading), redirect);
    }

    /** One field with the user names, parted by spaces, commas or lines. */
    @PostMapping("/restrict")
    String restrict(
            Actor actor,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var named = Arrays.stream(people.split("[\\s,;，；]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        return change(actor, reference, new Change.Restrict(named, reason), redirect);
    }

    @PostMapping("/restrict/lift")
    String lift(
            Actor actor,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return change(actor, reference, new Change.Restrict(null, reason), redirect);
    }

    @PostMapping("/duplicate")
    String duplicate(
            Actor actor, @PathVariable String reference, @RequestParam String of, RedirectAttributes redirect) {
        var original = Reference.of(of.strip()).orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-original"));
        return change(actor, reference, new Change.MarkDuplicate(original), redirect);
    }

    @PostMapping("/resolve")
    String resolve(
            Actor actor,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean release,
            RedirectAttributes redirect) {
        return change(actor, reference, new Change.Resolve(outcome(outcome), text, release), redirect);
    }

    @PostMapping("/decline")
    String decline(
            Actor actor,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect) {
        return change(actor, reference, new Change.Decline(outcome(reason), text), redirect);
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> photo(
            Actor actor,
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String size) {
        var report = desk.requireOpen(actor, reference(reference));
        var wanted = size.equals("small") ? Photos.Size.SMALL : Photos.Size.FULL;
        return DetailsStep.photoId(id)
                .flatMap(photo -> photos.findOfReport(report, photo, wanted))
                .map(PhotoAnswer::of)
                .orElseThrow(ReportController::unknown);
    }

    /** A report that was moved to another agency is out of reach afterwards: then the list comes back. */
    private String change(Actor actor, String text, Change.ByStaff change, RedirectAttributes redirect) {
        desk.change(actor, report(actor, text), change);
        redirect.addFlashAttribute("notice", "desk.notice.saved");
        var reference = reference(text);
        return desk.find(actor, reference).isPresent()
                ? "redirect:/desk/reports/" + reference.value()
                : "redirect:/desk";
    }

    private ReportId report(Actor actor, String reference) {
        return desk.find(actor, reference(reference)).orElseThrow(ReportController::unknown);
    }

    /** Anything that is no reference is like an unknown one. */
    private static Reference reference(String text) {
        return Reference.of(text).orElseThrow(ReportController::unknown);
    }

    private static Outcome outcome(String code) {
        return Outcome.of(code).orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-outcome"));
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "report-unknown");
    }
}
