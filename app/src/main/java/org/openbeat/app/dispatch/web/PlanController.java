package org.openbeat.app.dispatch.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.dispatch.plan.PlanVersion;
import org.openbeat.app.dispatch.plan.ResponsePlans;
import org.openbeat.app.dispatch.plan.WhatIf;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Skill;
import org.openbeat.engine.response.plan.ResponsePlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which units go to which incident: the plan in force, its editor, and all versions there were. */
@Controller
@RequestMapping("/plans")
class PlanController {
    private final ResponsePlans plans;
    private final WhatIf whatIf;
    private final Dispatch dispatch;
    private final RoomPage page;

    PlanController(ResponsePlans plans, WhatIf whatIf, Dispatch dispatch, RoomPage page) {
        this.plans = plans;
        this.whatIf = whatIf;
        this.dispatch = dispatch;
        this.page = page;
    }

    /** @param expected the newest version that the person has seen; 0 for none */
    record PlanForm(String text, String note, Integer expected) {
        PlanForm(@Nullable String text, @Nullable String note, @Nullable Integer expected) {
            this.text = text == null ? "" : text;
            this.note = note == null ? "" : note;
            this.expected = expected == null ? Integer.valueOf(0) : expected;
        }
    }

    /**
     * What the plan says of one type of incident.
     *
     * @param line where that stands; 0 where the list of types says it
     */
    record Meaning(String type, String priority, String units, int line) {}

    @GetMapping
    String plan(Actor actor, Model model, Locale locale) {
        var versions = plans.versions(actor);
        model.addAttribute("form", new PlanForm(inForce(actor), "", newest(versions)));
        return shown(actor, versions, model, locale);
    }

    private static int newest(List<PlanVersion> versions) {
        return versions.stream().findFirst().map(PlanVersion::version).orElse(0);
    }

    private String inForce(Actor actor) {
        return agency(actor).flatMap(plans::inForce).map(PlanVersion::text).orElseGet(plans::beginning);
    }

    private static Optional<AgencyId> agency(Actor actor) {
        return Optional.ofNullable(actor.agency());
    }

    @GetMapping("/versions/{version}")
    String version(Actor actor, @PathVariable int version, Model model, Locale locale) {
        var found = plans.versions(actor).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "plan-unknown"));
        var names = page.names(locale);
        model.addAttribute("version", found);
        model.addAttribute("meanings", meanings(found.text(), names));
        model.addAttribute("title", names.text("dispatch.plan.version", version));
        return "dispatch/plan-version";
    }

    @PostMapping
    String publish(
            Actor actor,
            @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var names = page.names(locale);
        problems(form.text(), names)
                .forEach(text -> errors.rejectValue("text", "dispatch.plan.invalid", new Object[] {text}, null));
        if (form.note().isBlank()) {
            errors.rejectValue("note", "dispatch.plan.note.missing");
        }
        if (errors.hasErrors()) {
            return shown(actor, plans.versions(actor), model, locale);
        }
        var published = plans.publish(actor, form.text(), form.note(), form.expected());
        after.addFlashAttribute("notice", "dispatch.plan.published");
        return "redirect:/plans/versions/" + published.version();
    }

    private List<String> problems(String text, Names names) {
        return plans.check(text).problems().stream()
                .map(problem -> names.text("dispatch.plan.problem." + problem.kind(), problem.line(), problem.about()))
                .toList();
    }

    private String shown(Actor actor, List<PlanVersion> versions, Model model, Locale locale) {
        var names = page.names(locale);
        var own = agency(actor).flatMap(plans::inForce);
        model.addAttribute("names", names);
        model.addAttribute("versions", versions);
        model.addAttribute("current", own.orElse(null));
        model.addAttribute("meanings", meanings(inForce(actor), names));
        model.addAttribute("mayPublish", actor.hasAny(Role.STATION_CHIEF, Role.COMMANDER));
        model.addAttribute("mayTry", actor.hasAny(Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER));
        model.addAttribute("day", whatIf.yesterday());
        return "dispatch/plan";
    }

    private List<Meaning> meanings(String text, Names names) {
        var plan = plans.check(text).plan();
        return dispatch.catalogue().incidentTypes().stream()
                .map(type -> meaning(type, plan, names))
                .toList();
    }

    private static Meaning meaning(Catalogue.IncidentType type, @Nullable ResponsePlan plan, Names names) {
        var level = type.priority().level();
        var priority = level + " " + names.priority(level);
        var entry = plan == null ? Optional.<ResponsePlan.Entry>empty() : plan.entry(type.code(), level);
        return entry.map(found ->
                        new Meaning(names.type(type.code()), priority, units(found.parts(), names), found.line()))
                .orElseGet(() -> new Meaning(
                        names.type(type.code()), priority, names.text("dispatch.plan.units", type.units()), 0));
    }

    private static String units(List<Need.Part> parts, Names names) {
        return parts.stream()
                .map(part -> part.skills().isEmpty()
                        ? names.text("dispatch.plan.units", part.units())
                        : names.text("dispatch.plan.skilled", part.units(), skills(part, names)))
                .collect(Collectors.joining(", "));
    }

    private static String skills(Need.Part part, Names names) {
        return part.skills().stream()
                .map(Skill::code)
                .sorted()
                .map(names::skill)
                .collect(Collectors.joining(" + "));
    }
}
