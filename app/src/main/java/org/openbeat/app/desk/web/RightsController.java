package org.openbeat.app.desk.web;

import java.util.Locale;
import java.util.Map;
import org.openbeat.app.desk.LinkSecret;
import org.openbeat.app.desk.events.DataRequestId;
import org.openbeat.app.desk.rights.CopyPdf;
import org.openbeat.app.desk.rights.DataRequest;
import org.openbeat.app.desk.rights.DataRequests;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What whoever sent a report asks about their own data, behind the secret link. */
@Controller
@RequestMapping("/r/{secret}")
class RightsController {
    private final DataRequests requests;
    private final CopyPdf pdf;

    RightsController(DataRequests requests, CopyPdf pdf) {
        this.requests = requests;
        this.pdf = pdf;
    }

    @PostMapping("/requests")
    String ask(
            @PathVariable String secret,
            @RequestParam DataRequest.Kind kind,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes redirect) {
        requests.ask(link(secret), kind, text);
        redirect.addFlashAttribute("notice", "desk.rights.asked");
        return "redirect:/r/" + secret + "#rights";
    }

    @PostMapping("/requests/{id}/withdraw")
    String withdraw(@PathVariable String secret, @PathVariable DataRequestId id, RedirectAttributes redirect) {
        requests.withdraw(link(secret), id);
        redirect.addFlashAttribute("notice", "desk.rights.withdrawn");
        return "redirect:/r/" + secret + "#rights";
    }

    /** For programs; the schema that it names is served here too. */
    @GetMapping("/data.json")
    ResponseEntity<Map<String, Object>> json(@PathVariable String secret) {
        return attachment("openbeat-data.json")
                .contentType(MediaType.APPLICATION_JSON)
                .body(requests.copy(link(secret)));
    }

    @GetMapping("/data.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String secret, Locale locale) {
        return attachment("openbeat-data.pdf")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.of(requests.copy(link(secret)), locale));
    }

    private static ResponseEntity.BodyBuilder attachment(String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static LinkSecret link(String secret) {
        return LinkSecret.of(secret).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "report-unknown"));
    }
}
