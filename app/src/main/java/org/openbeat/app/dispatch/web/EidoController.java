package org.openbeat.app.dispatch.web;

import java.util.UUID;
import org.openbeat.app.dispatch.eido.IncidentExchange;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An incident as a file that another control room can read. */
@Controller
class EidoController {
    private final IncidentExchange exchange;

    EidoController(IncidentExchange exchange) {
        this.exchange = exchange;
    }

    @GetMapping("/incidents/{id}/eido")
    ResponseEntity<byte[]> download(@PathVariable UUID id, Actor actor) {
        var document = exchange.export(actor, new IncidentId(id));
        var file = ContentDisposition.attachment()
                .filename("incident-" + id + ".eido.json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document);
    }
}
