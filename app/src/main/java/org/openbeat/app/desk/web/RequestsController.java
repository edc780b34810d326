package org.openbeat.app.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.purpose.PurposeQuestion;
import org.openbeat.app.access.purpose.PurposeRequired;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.events.DataRequestId;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.rights.DataRequest;
import org.openbeat.app.desk.rights.DataRequests;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.retention.Retention;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests of people about their own data, with their due times, and legal holds on reports. */
@Controller
@RequestMapping("/desk/requests")
class RequestsController {
    private final DataRequests requests;
    private final Retention retention;
    private final Desk desk;
    private final PurposeQuestion question;
    private final OpenbeatSettings settings;
    private final Clock clock;

    RequestsController(
            DataRequests requests,
            Retention retention,
            Desk desk,
            PurposeQuestion question,
            OpenbeatSettings settings,
            Clock clock) {
        this.requests = requests;
        this.retention = retention;
        this.desk = desk;
        this.question = question;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    static NavigationItem requestsNavigation() {
        return NavigationItem.forStaff(
                35, "desk.nav.requests", "/desk/requests", Role.COMMUNITY_OFFICER, Role.STATION_CHIEF, Role.COMMANDER);
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var all = requests.list(actor);
        model.addAttribute(
                "waiting", all.stream().filter(DataRequest::isWaiting).toList());
        model.addAttribute(
                "answered", all.stream().filter(request -> !request.isWaiting()).toList());
        model.addAttribute("now", clock.instant());
        return "desk/requests";
    }

    /** Opens the report too: whoever does not work on it says why, and the sender sees that it was read. */
    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable DataRequestId id, Model model) {
        var request = requests.get(actor, id);
        model.addAttribute("request", request);
        model.addAttribute("now", clock.instant());
        try {
            model.addAttribute("opened", desk.open(actor, request.reference()));
        } catch (PurposeRequired refused) {
            model.addAttribute("ask", question.of(actor, refused, "/desk/requests/" + id));
            return "desk/request-purpose";
        }
        model.addAttribute("extent", requests.extent(request.report()));
        model.addAttribute("mayDecide", actor.hasAny(Role.COMMUNITY_OFFICER, Role.STATION_CHIEF, Role.COMMANDER));
        model.addAttribute("mayHold", actor.hasAny(Role.STATION_CHIEF, Role.COMMANDER));
        return "desk/request";
    }

    @RecentSignIn
    @PostMapping("/{id}/decide")
    String decide(
            Actor actor,
            @PathVariable DataRequestId id,
            @RequestParam boolean grant,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        requests.decide(actor, id, grant, reason);
        redirect.addFlashAttribute("notice", "desk.notice.saved");
        return "redirect:/desk/requests/" + id;
    }

    /** Until the end of the day that was chosen, in the zone of the place. */
    @PostMapping("/{id}/hold")
    String hold(
            Actor actor,
            @PathVariable DataRequestId id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes redirect) {
        var request = requests.get(actor, id);
        hold(actor, request.reference(), request, reason, until);
        redirect.addFlashAttribute("notice", "desk.notice.saved");
        return "redirect:/desk/requests/" + id;
    }

    private void hold(Actor actor, Reference reference, DataRequest request, String reason, String until) {
        try {
            var end = LocalDate.parse(until)
                    .plusDays(1)
                    .atStartOfDay(settings.zone())
                    .toInstant();
            var subject = new Subject("report", request.report().value().toString());
            retention.hold(actor, subject, reference.value(), request.agency(), reason, end);
        } catch (DateTimeParseException e) {
            throw new Refusal(Kind.INVALID, "hold-day");
        }
    }

    @PostMapping("/{id}/holds/{hold}/lift")
    String lift(Actor actor, @PathVariable DataRequestId id, @PathVariable UUID hold, RedirectAttributes redirect) {
        requests.get(actor, id);
        retention.lift(actor, hold);
        redirect.addFlashAttribute("notice", "desk.notice.saved");
        return "redirect:/desk/requests/" + id;
    }
}
