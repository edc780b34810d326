package org.openbeat.app.desk.web;

import java.util.List;
import java.util.UUID;
import org.openbeat.app.access.Access;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Beat;
import org.openbeat.app.places.Places;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a station chief names the officer of each beat. */
@Controller
class OfficersController {
    private final BeatOfficers officers;
    private final Places places;
    private final Access access;

    OfficersController(BeatOfficers officers, Places places, Access access) {
        this.officers = officers;
        this.places = places;
        this.access = access;
    }

    @Bean
    static NavigationItem officersNavigation() {
        return NavigationItem.forStaff(40, "desk.nav.officers", "/desk/officers", Role.STATION_CHIEF, Role.COMMANDER);
    }

    @GetMapping("/desk/officers")
    String list(Actor chief, Model model) {
        model.addAttribute("beats", beats(chief));
        model.addAttribute("officers", officers.list());
        model.addAttribute("staff", access.staffIn(agency(chief), Role.COMMUNITY_OFFICER));
        return "desk/officers";
    }

    @PostMapping("/desk/officers")
    String appoint(
            Actor chief,
            @RequestParam String beat,
            @RequestParam(defaultValue = "") String officer,
            RedirectAttributes redirect) {
        var area = beats(chief).stream()
                .filter(found -> found.code().value().equals(beat))
                .findFirst()
                .orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-beat"));
        var appointed = access.staffIn(agency(chief), Role.COMMUNITY_OFFICER).stream()
                .filter(account -> account.id().value().equals(id(officer)))
                .findFirst()
                .orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-officer"));
        officers.appoint(chief, new BeatCode(beat), area.agency(), officer, appointed.name());
        redirect.addFlashAttribute("notice", "desk.notice.saved");
        return "redirect:/desk/officers";
    }

    private List<Beat> beats(Actor chief) {
        return places.beats().stream()
                .filter(beat -> beat.agency().isWithin(agency(chief)))
                .toList();
    }

    private static AgencyId agency(Actor chief) {
        var agency = chief.agency();
        if (agency == null) {
            throw new Refusal(Kind.FORBIDDEN, "staff-only");
        }
        return agency;
    }

    private static UUID id(String account) {
        try {
            return UUID.fromString(account);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Kind.INVALID, "unknown-officer");
        }
    }
}
