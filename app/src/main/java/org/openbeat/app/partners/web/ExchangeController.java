package org.openbeat.app.partners.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.eido.IncidentExchange;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Incidents to and from the control rooms of partners, as EIDO. */
@RestController
@RequestMapping("/partners/v1/eido")
class ExchangeController {
    private final PartnerKeys keys;
    private final IncidentExchange exchange;

    ExchangeController(PartnerKeys keys, IncidentExchange exchange) {
        this.keys = keys;
        this.exchange = exchange;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IncidentExchange.Receipt> receive(
            HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        var partner = keys.caller(request);
        var receipt = exchange.receive(partner.actor(), partner.answers(), body == null ? new byte[0] : body);
        var address = URI.create("/partners/v1/eido/" + receipt.id());
        return receipt.opened() && !receipt.repeated()
                ? ResponseEntity.created(address).body(receipt)
                : ResponseEntity.ok().location(address).body(receipt);
    }

    /** By our id of the incident, plain or as an EIDO names it. */
    @GetMapping("/{incident}")
    ResponseEntity<byte[]> share(HttpServletRequest request, @PathVariable String incident) {
        var partner = keys.caller(request);
        var document = exchange.share(partner.actor(), id(incident), partner.particulars());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document);
    }

    private static IncidentId id(String written) {
        var unique = written.toLowerCase(Locale.ROOT)
                .replaceFirst("^urn:emergency:uid:incidentid:([0-9a-f]{32}):.*$", "$1")
                .replaceFirst("^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$", "$1-$2-$3-$4-$5");
        try {
            return new IncidentId(UUID.fromString(unique));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found");
        }
    }
}
