package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The page that tells programmers what they can use, made from the OpenAPI document, without a script. */
@Controller
class DevelopersController {
    private final OpenApiWebMvcResource document;
    private final JsonMapper json;

    DevelopersController(OpenApiWebMvcResource document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    @GetMapping("/developers")
    String show(HttpServletRequest request, Model model) {
        var groups = new TreeMap<String, List<Operation>>();
        operations(request)
                .forEach(operation -> groups.computeIfAbsent(operation.group(), ignored -> new ArrayList<>())
                        .add(operation));
        model.addAttribute("groups", groups);
        return "web/developers";
    }

    private List<Operation> operations(HttpServletRequest request) {
        try {
            return Operation.of(json.readTree(document.openapiJson(request, "/api-docs", Locale.ENGLISH)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException | JacksonException e) {
            throw new IllegalStateException("the OpenAPI document cannot be read", e);
        }
    }
}
