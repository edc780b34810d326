package org.openbeat.app.desk.open311;

import java.util.Locale;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that explains the endpoint to developers. */
@Controller
class DeveloperController {
    private final Discovery discovery;
    private final ServiceCatalogue catalogue;
    private final Open311Settings open311;
    private final OpenbeatSettings settings;

    DeveloperController(
            Discovery discovery, ServiceCatalogue catalogue, Open311Settings open311, OpenbeatSettings settings) {
        this.discovery = discovery;
        this.catalogue = catalogue;
        this.open311 = open311;
        this.settings = settings;
    }

    /** One line of the table of services. */
    record Service(String code, String name, boolean urgent) {}

    @GetMapping("/open311")
    String explain(Model model, Locale locale) {
        model.addAttribute("endpoint", discovery.endpoint());
        model.addAttribute("jurisdiction", open311.jurisdictionId());
        model.addAttribute("keyService", open311.keyService());
        model.addAttribute("contact", open311.contact());
        model.addAttribute("zone", settings.zone().getId());
        model.addAttribute(
                "services",
                catalogue.list().stream()
                        .map(category -> new Service(
                                category.code(),
                                category.name().in(locale),
                                ServiceCatalogue.isAnsweredWithToken(category)))
                        .toList());
        return "desk/open311";
    }
}
