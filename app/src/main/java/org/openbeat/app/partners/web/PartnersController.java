package org.openbeat.app.partners.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.delivery.Deliveries;
import org.openbeat.app.partners.delivery.EventTypes;
import org.openbeat.app.partners.delivery.Subscriptions;
import org.openbeat.app.partners.delivery.Subscriptions.Wanted;
import org.openbeat.app.partners.events.PartnerName;
import org.openbeat.app.partners.events.SubscriptionId;
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

/** Administrators' pages: partners, what each is told, and what a receiver would not take. */
@Controller
@RequestMapping("/admin/partners")
class PartnersController {
    private static final String PAGES = "redirect:/admin/partners";

    private final PartnerSystems partners;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Access access;
    private final OpenbeatSettings settings;

    PartnersController(
            PartnerSystems partners,
            Subscriptions subscriptions,
            Deliveries deliveries,
            Access access,
            OpenbeatSettings settings) {
        this.partners = partners;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.access = access;
        this.settings = settings;
    }

    @Bean
    static NavigationItem partnersNavigation() {
        return NavigationItem.forStaff(920, "partners.navigation", "/admin/partners", Role.ADMINISTRATOR);
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("partners", partners.all(actor));
        model.addAttribute(
                "agencies", access.agencies().stream().map(known -> known.id()).toList());
        model.addAttribute("ours", settings.agency());
        return "partners/list";
    }

    @RecentSignIn
    @PostMapping
    String open(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "false") boolean particulars,
            Model model) {
        var partner = name(name);
        var key = partners.open(actor, partner, agency(agency), agency(answers), particulars);
        return shown(model, partner, Map.of("partners.key", key));
    }

    private static AgencyId agency(String text) {
        try {
            return new AgencyId(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "agency-unknown", text);
        }
    }

    private static PartnerName name(String text) {
        try {
            return new PartnerName(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.INVALID, "partner-system-name");
        }
    }

    /** Secrets are shown in the answer to the form itself: nothing keeps them on the way to another page. */
    private static String shown(Model model, PartnerName partner, Map<String, String> secrets) {
        model.addAttribute("secrets", secrets);
        model.addAttribute("partner", partner);
        return "partners/shown";
    }

    @GetMapping("/{name}")
    String partner(Actor actor, @PathVariable String name, Model model) {
        var partner = partners.get(actor, name(name));
        model.addAttribute("partner", partner);
        model.addAttribute("subscriptions", subscriptions.of(actor, partner.name()));
        model.addAttribute("types", EventTypes.all());
        model.addAttribute("fields", EventTypes.fields(EventTypes.all()));
        return "partners/partner";
    }

    @RecentSignIn
    @PostMapping("/{name}/key")
    String issueKey(Actor actor, @PathVariable String name, Model model) {
        var partner = name(name);
        return shown(model, partner, Map.of("partners.key", partners.issueKey(actor, partner)));
    }

    @RecentSignIn
    @PostMapping("/{name}/particulars")
    String setParticulars(
            Actor actor, @PathVariable String name, @RequestParam(defaultValue = "false") boolean particulars) {
        partners.setParticulars(actor, name(name), particulars);
        return PAGES + "/" + name;
    }

    @RecentSignIn
    @PostMapping("/{name}/close")
    String close(Actor actor, @PathVariable String name) {
        partners.close(actor, name(name));
        return PAGES;
    }

    @RecentSignIn
    @PostMapping("/{name}/subscriptions")
    String subscribe(
            Actor actor,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(name = "types", required = false) @Nullable List<String> types,
            @RequestParam(name = "fields", required = false) @Nullable List<String> fields,
            @RequestParam(defaultValue = "false") boolean batch,
            @RequestParam(defaultValue = "") String token,
            Model model) {
        var partner = name(name);
        var opened =
                subscriptions.open(actor, partner, new Wanted(target, listed(types), listed(fields), batch, token));
        var secrets = new LinkedHashMap<String, String>();
        if (opened.secret() != null && opened.token() != null) {
            secrets.put("partners.secret", opened.secret());
            secrets.put("partners.token", opened.token());
        }
        model.addAttribute("subscription", opened.id());
        return secrets.isEmpty() ? PAGES + "/" + name : shown(model, partner, secrets);
    }

    private static List<String> listed(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    @GetMapping("/subscriptions/{id}")
    String subscription(Actor actor, @PathVariable UUID id, Model model) {
        var subscription = subscriptions.get(actor, new SubscriptionId(id));
        model.addAttribute("subscription", subscription);
        model.addAttribute("progress", deliveries.progress(actor, subscription.id()));
        return "partners/subscription";
    }

    @RecentSignIn
    @PostMapping("/subscriptions/{id}/{act}")
    String act(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable UUID event,
            Model model,
            RedirectAttributes after) {
        var subscription = new SubscriptionId(id);
        switch (act) {
            case "confirm" -> subscriptions.confirm(actor, subscription);
            case "resume" -> subscriptions.resume(actor, subscription);
            case "end" -> subscriptions.end(actor, subscription);
            case "resend" -> deliveries.resend(actor, subscription, event);
            case "secret" -> {
                model.addAttribute("subscription", subscription);
                return shown(
                        model,
                        subscriptions.get(actor, subscription).partner(),
                        Map.of("partners.secret", subscriptions.changeSecret(actor, subscription)));
            }
            default -> throw new Refusal(Refusal.Kind.NOT_FOUND, "subscription-unknown");
        }
        after.addFlashAttribute("notice", "partners.done." + act);
        return PAGES + "/subscriptions/" + id;
    }
}
