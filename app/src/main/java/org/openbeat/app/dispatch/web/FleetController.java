package org.openbeat.app.dispatch.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Fleet;
import org.openbeat.app.dispatch.NewUnit;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The units that there are, what they can do, and the devices that tell where they are. */
@Controller
@RequestMapping("/units")
class FleetController {
    private static final int LONGEST_NAME = 60;

    private final Dispatch dispatch;
    private final Fleet fleet;
    private final Positions positions;
    private final Access access;
    private final RoomPage page;
    private final OpenbeatSettings settings;

    FleetController(
            Dispatch dispatch,
            Fleet fleet,
            Positions positions,
            Access access,
            RoomPage page,
            OpenbeatSettings settings) {
        this.dispatch = dispatch;
        this.fleet = fleet;
        this.positions = positions;
        this.access = access;
        this.page = page;
        this.settings = settings;
    }

    /** A unit as the form sends it. */
    record UnitForm(String callSign, String type, String agency, Set<String> skills) {
        static final UnitForm EMPTY = new UnitForm("", "", "", Set.of());

        UnitForm(
                @Nullable String callSign,
                @Nullable String type,
                @Nullable String agency,
                @Nullable Set<String> skills) {
            this.callSign = callSign == null ? "" : callSign.strip();
            this.type = type == null ? "" : type;
            this.agency = agency == null ? "" : agency;
            this.skills = skills == null ? Set.of() : Set.copyOf(skills);
        }
    }

    @GetMapping
    String list(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", UnitForm.EMPTY);
        return listed(actor, model, locale);
    }

    @PostMapping
    String add(
            Actor actor,
            @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        if (!agencies(actor, locale).containsKey(form.agency())) {
            errors.rejectValue("agency", "dispatch.fleet.agency-missing");
            return listed(actor, model, locale);
        }
        try {
            var unit = dispatch.register(
                    actor, new NewUnit(form.callSign(), form.type(), new AgencyId(form.agency()), form.skills()));
            after.addFlashAttribute("notice", "dispatch.fleet.added");
            return "redirect:/units/" + unit.value();
        } catch (Refusal refusal) {
            reject(refusal, errors);
            return listed(actor, model, locale);
        }
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        var field = switch (refusal.type()) {
            case "call-sign-invalid", "call-sign-taken" -> "callSign";
            case "unit-type-unknown" -> "type";
            case "skills-invalid" -> "skills";
            default -> throw refusal;
        };
        errors.rejectValue(field, "problem." + refusal.type() + ".detail", refusal.arguments(), null);
    }

    @GetMapping("/{unit}")
    String unit(Actor actor, @PathVariable UUID unit, Model model, Locale locale) {
        var id = new UnitId(unit);
        var found = fleet.unit(actor, id);
        var names = page.names(locale);
        model.addAttribute("unit", found);
        model.addAttribute("names", names);
        model.addAttribute(
                "agency", agencies(actor, locale).getOrDefault(found.agency().value(), ""));
        model.addAttribute("skills", skills(names, found.skills()));
        model.addAttribute("devices", positions.devices(actor, id));
        model.addAttribute("base", settings.baseUrl());
        model.addAttribute("title", names.text("dispatch.fleet.unit", names.callSign(found.callSign())));
        return "dispatch/fleet-unit";
    }

    @PostMapping("/{unit}/skills")
    String equip(
            Actor actor,
            @PathVariable UUID unit,
            @RequestParam(required = false) @Nullable Set<String> skills,
            RedirectAttributes after) {
        fleet.equip(actor, new UnitId(unit), skills == null ? Set.of() : skills);
        after.addFlashAttribute("notice", "dispatch.fleet.saved");
        return "redirect:/units/" + unit;
    }

    @PostMapping("/{unit}/retire")
    String retire(Actor actor, @PathVariable UUID unit, RedirectAttributes after) {
        fleet.retire(actor, new UnitId(unit));
        after.addFlashAttribute("notice", "dispatch.fleet.retired");
        return "redirect:/units";
    }

    /** The token is shown on the page that answers, this once; nobody can read it again. */
    @PostMapping("/{unit}/devices")
    String issue(Actor actor, @PathVariable UUID unit, @RequestParam String name, Model model, Locale locale) {
        var given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw new Refusal(Refusal.Kind.INVALID, "device-name-invalid");
        }
        model.addAttribute("issued", positions.issue(actor, new UnitId(unit), given));
        return unit(actor, unit, model, locale);
    }

    @PostMapping("/{unit}/devices/{device}/revoke")
    String revoke(Actor actor, @PathVariable UUID unit, @PathVariable UUID device, RedirectAttributes after) {
        positions.revoke(actor, device);
        after.addFlashAttribute("notice", "dispatch.fleet.device.revoked");
        return "redirect:/units/" + unit;
    }

    private String listed(Actor actor, Model model, Locale locale) {
        var names = page.names(locale);
        model.addAttribute("names", names);
        model.addAttribute("units", fleet.units(actor));
        model.addAttribute("types", names.unitTypes());
        model.addAttribute("agencies", agencies(actor, locale));
        model.addAttribute("skills", skills(names, Set.of()));
        return "dispatch/fleet";
    }

    /** The agencies to which a unit of the actor's may belong: the own one and those below. */
    private Map<String, String> agencies(Actor actor, Locale locale) {
        var own = actor.agency();
        var choices = new LinkedHashMap<String, String>();
        access.agencies().stream()
                .filter(agency -> own != null && agency.id().isWithin(own))
                .forEach(agency -> choices.put(agency.id().value(), agency.nameIn(locale)));
        return choices;
    }

    /** What some type of incident asks for, and what the unit has beyond it. */
    private static Map<String, String> skills(Names names, Set<String> held) {
        var codes = new TreeSet<>(held);
        codes.addAll(names.skills());
        var choices = new LinkedHashMap<String, String>();
        codes.forEach(code -> choices.put(code, names.skill(code)));
        return choices;
    }
}
