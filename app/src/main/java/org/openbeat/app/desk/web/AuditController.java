package org.openbeat.app.desk.web;

import java.util.Base64;
import java.util.HexFormat;
import org.openbeat.app.desk.ReportAudit;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who changed and who read a report, for the chief of its station. To take it away is a right of its own. */
@Controller
class AuditController {
    private final ReportAudit audit;

    AuditController(ReportAudit audit) {
        this.audit = audit;
    }

    @GetMapping("/desk/reports/{reference}/audit")
    String show(Actor actor, @PathVariable String reference, Model model) {
        var known = reference(reference);
        model.addAttribute("reference", known.value());
        model.addAttribute("lines", audit.of(actor, known));
        model.addAttribute("mayExport", actor.has(Role.STATION_CHIEF));
        return "desk/audit";
    }

    @GetMapping("/desk/reports/{reference}/audit.csv")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String reference) {
        var known = reference(reference);
        var export = audit.export(actor, known);
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(export.fingerprint()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"audit-%s.csv\"".formatted(known.value()))
                .header("Repr-Digest", "sha-256=:%s:".formatted(digest))
                .body(export.bytes());
    }

    private static Reference reference(String text) {
        return Reference.of(text).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "report-unknown"));
    }
}
