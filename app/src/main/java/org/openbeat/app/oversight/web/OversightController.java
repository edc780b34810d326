package org.openbeat.app.oversight.web;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.events.LookedUp.Act;
import org.openbeat.app.access.purpose.AccessRecords;
import org.openbeat.app.access.purpose.Basis;
import org.openbeat.app.access.purpose.Flag;
import org.openbeat.app.access.purpose.PurposeKind;
import org.openbeat.app.access.purpose.RecordFilter;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.oversight.Oversight;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of the oversight body. */
@Controller
@RequestMapping("/oversight")
class OversightController {
    private final Oversight oversight;
    private final Access access;

    OversightController(Oversight oversight, Access access) {
        this.oversight = oversight;
        this.access = access;
    }

    @Bean
    static NavigationItem oversightNavigation() {
        return NavigationItem.forStaff(10, "oversight.nav", "/oversight", Role.OVERSIGHT);
    }

    @Bean
    static NavigationItem recordsNavigation() {
        return NavigationItem.forStaff(11, "oversight.nav.records", "/oversight/records", Role.OVERSIGHT);
    }

    @Bean
    static NavigationItem glassNavigation() {
        return NavigationItem.forStaff(12, "oversight.nav.glass", "/oversight/glass", Role.OVERSIGHT);
    }

    @Bean
    static NavigationItem statisticsNavigation() {
        return NavigationItem.forStaff(13, "oversight.nav.statistics", "/oversight/statistics", Role.OVERSIGHT);
    }

    @Bean
    static NavigationItem ledgerStateNavigation() {
        return NavigationItem.forStaff(14, "oversight.nav.ledger", "/oversight/ledger", Role.OVERSIGHT);
    }

    @GetMapping
    String overview(Actor actor, Model model) {
        model.addAttribute("overview", oversight.overview(actor));
        return "oversight/overview";
    }

    @GetMapping("/records")
    String records(
            Actor actor,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String flag,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = new RecordFilter(person, agency, why, flag, act, about);
        model.addAttribute("filter", filter);
        model.addAttribute("page", oversight.records(actor, filter, page));
        model.addAttribute("base", address("/oversight/records", filter));
        model.addAttribute("file", address("/oversight/records.csv", filter));
        model.addAttribute("agencies", access.agencies());
        model.addAttribute("kinds", PurposeKind.values());
        model.addAttribute("bases", new Basis[] {Basis.ASSIGNED, Basis.OUTLINE, Basis.OVERSIGHT});
        model.addAttribute("flags", Flag.values());
        model.addAttribute("acts", Act.values());
        return "oversight/records";
    }

    @GetMapping("/records.csv")
    ResponseEntity<byte[]> file(
            Actor actor,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String flag,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String about) {
        return answer(
                oversight.export(actor, new RecordFilter(person, agency, why, flag, act, about)), "access-records.csv");
    }

    /** With the digest of RFC 9530, so that whoever gets the file can tell that it is whole. */
    static ResponseEntity<byte[]> answer(AccessRecords.Export export, String name) {
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(export.fingerprint()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .header("Repr-Digest", "sha-256=:%s:".formatted(digest))
                .body(export.bytes());
    }

    private static String address(String path, RecordFilter filter) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("person", "{person}")
                .queryParam("agency", "{agency}")
                .queryParam("why", "{why}")
                .queryParam("flag", "{flag}")
                .queryParam("act", "{act}")
                .queryParam("about", "{about}")
                .encode()
                .buildAndExpand(Map.of(
                        "person", filter.person(),
                        "agency", filter.agency(),
                        "why", filter.why(),
                        "flag", filter.flag(),
                        "act", filter.act(),
                        "about", filter.about()))
                .toUriString();
    }

    @GetMapping("/glass")
    String glass(Actor actor, Model model) {
        model.addAttribute("now", oversight.now());
        model.addAttribute("uses", oversight.glass(actor));
        return "oversight/glass";
    }

    @GetMapping("/statistics")
    String statistics(Actor actor, Model model) {
        var statistics = oversight.statistics(actor);
        model.addAttribute("statistics", statistics);
        model.addAttribute("charts", statistics.peers().stream().map(Chart::of).toList());
        model.addAttribute("days", Oversight.COMPARED.toDays());
        return "oversight/statistics";
    }

    @GetMapping("/ledger")
    String ledger(Actor actor, Model model) {
        model.addAttribute("state", oversight.ledger(actor));
        return "oversight/ledger";
    }
}
