package org.openbeat.app.desk.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.desk.PublicReports;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** The endpoint of GeoReport v2 below {@code /open311/v2}, in XML and in JSON. */
@Controller
@RequestMapping("/open311")
class Open311Controller {
    private static final String FORMAT = ".{format:xml|json}";

    private final ServiceCatalogue catalogue;
    private final PublicReports reports;
    private final RequestDocuments documents;
    private final Partners partners;
    private final Intake intake;
    private final Discovery discovery;
    private final Open311Settings open311;
    private final OpenbeatSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    Open311Controller(
            ServiceCatalogue catalogue,
            PublicReports reports,
            RequestDocuments documents,
            Partners partners,
            Intake intake,
            Discovery discovery,
            Open311Settings open311,
            OpenbeatSettings settings,
            MessageSource messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.reports = reports;
        this.documents = documents;
        this.partners = partners;
        this.intake = intake;
        this.discovery = discovery;
        this.open311 = open311;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping({"/discovery" + FORMAT, "/v2/discovery" + FORMAT})
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        return ok(request, "discovery", discovery.document());
    }

    @GetMapping("/v2/services" + FORMAT)
    ResponseEntity<byte[]> services(HttpServletRequest request, Locale locale) {
        requireJurisdiction(Parameters.of(request));
        return ok(request, "services", catalogue.services(locale));
    }

    @GetMapping("/v2/services/{code}" + FORMAT)
    ResponseEntity<byte[]> definition(@PathVariable String code, HttpServletRequest request, Locale locale) {
        requireJurisdiction(Parameters.of(request));
        return ok(request, "service_definition", catalogue.definition(code, locale));
    }

    @GetMapping("/v2/requests" + FORMAT)
    ResponseEntity<byte[]> list(HttpServletRequest request, Locale locale) {
        var parameters = Parameters.of(request);
        requireJurisdiction(parameters);
        var selection = RequestSearch.selection(parameters, settings.zone(), clock.instant());
        selection.categories().forEach(catalogue::get);
        var extended = parameters.text("extensions").equalsIgnoreCase("true");
        return ok(request, "service_requests", documents.requests(reports.list(selection), extended, locale));
    }

    @GetMapping("/v2/requests/{id}" + FORMAT)
    ResponseEntity<byte[]> find(@PathVariable String id, HttpServletRequest request, Locale locale) {
        var parameters = Parameters.of(request);
        requireJurisdiction(parameters);
        var found = reports.find(new Reference(id))
                .orElseThrow(() -> Open311Fault.notFound("There is no service_request_id " + id + "."));
        var extended = parameters.text("extensions").equalsIgnoreCase("true");
        return ok(request, "service_requests", documents.requests(List.of(found), extended, locale));
    }

    @GetMapping("/v2/tokens/{token}" + FORMAT)
    ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) {
        requireJurisdiction(Parameters.of(request));
        var reference =
                intake.findByToken(token).orElseThrow(() -> Open311Fault.notFound("There is no token " + token + "."));
        var found =
                Answer.Fields.of().with("service_request_id", reference.value()).with("token", token);
        return ok(request, "service_requests", new Answer.Items("request", List.of(found)));
    }

    @PostMapping("/v2/requests" + FORMAT)
    ResponseEntity<byte[]> create(HttpServletRequest request, Locale locale) {
        var parameters = Parameters.of(request);
        var partner = partner(parameters);
        requireJurisdiction(parameters);
        var category = catalogue.get(
                parameters.find("service_code").orElseThrow(() -> Open311Fault.malformed("service_code is required.")));
        var key = Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .filter(given -> !given.isBlank() && given.length() <= 120);
        return ok(
                request,
                "service_requests",
                intake.take(partner, category, parameters, pictures(request), key, locale));
    }

    /** Not in GeoReport v2, but many clients send pictures so rather than name an address. */
    private static List<byte[]> pictures(HttpServletRequest request) {
        if (!(request instanceof MultipartRequest parts)) {
            return List.of();
        }
        return parts.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty())
                .map(Open311Controller::bytes)
                .toList();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever else is asked for below the endpoint. */
    @RequestMapping("/v2/**")
    ResponseEntity<byte[]> other() {
        throw Open311Fault.notFound("There is no such resource. See " + settings.baseUrl() + "/open311.");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> on(Open311Fault fault, HttpServletRequest request) {
        return answer(request, fault.status(), "errors", fault.answer());
    }

    /** What the desk itself refuses, in its words. */
    @ExceptionHandler
    ResponseEntity<byte[]> on(Refusal refusal, HttpServletRequest request, Locale locale) {
        var words = messages.getMessage(
                "problem." + refusal.type() + ".detail", refusal.arguments(), refusal.type(), locale);
        return answer(request, 400, "errors", Open311Fault.errors(400, List.of(String.valueOf(words))));
    }

    private Partner partner(Parameters parameters) {
        var key = parameters
                .find("api_key")
                .orElseThrow(() -> Open311Fault.forbidden("api_key is missing; it is needed to create a request."));
        return partners.find(key)
                .orElseThrow(() -> Open311Fault.forbidden("api_key is not known; it is needed to create a request."));
    }

    private void requireJurisdiction(Parameters parameters) {
        parameters.find("jurisdiction_id").ifPresent(asked -> {
            if (!asked.equals(open311.jurisdictionId())) {
                throw Open311Fault.notFound("There is no jurisdiction_id " + asked + " here.");
            }
        });
    }

    private static ResponseEntity<byte[]> ok(HttpServletRequest request, String root, Answer answer) {
        return answer(request, 200, root, answer);
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, int status, String root, Answer answer) {
        var format = Format.ofPath(request.getRequestURI());
        return ResponseEntity.status(status)
                .contentType(format.mediaType())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(format.write(root, answer));
    }
}
