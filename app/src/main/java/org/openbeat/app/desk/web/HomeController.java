package org.openbeat.app.desk.web;

import org.openbeat.app.desk.LinkSecret;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and the way back to a report with its secret link. */
@Controller
class HomeController {
    private static final String SENT = "/sent";

    @Bean
    static NavigationItem reportNavigation() {
        return NavigationItem.forEveryone(10, "desk.nav.report", "/report");
    }

    @Bean
    static NavigationItem trackNavigation() {
        return NavigationItem.forEveryone(20, "desk.nav.track", "/track");
    }

    @GetMapping("/")
    String home() {
        return "desk/home";
    }

    @GetMapping("/track")
    String track() {
        return "desk/track";
    }

    /** Takes the whole link or its secret part; what is neither, or leads nowhere, is answered alike. */
    @PostMapping("/track")
    String find(@RequestParam(defaultValue = "") String link, Model model) {
        var secret = LinkSecret.of(last(link.strip()));
        if (secret.isEmpty()) {
            model.addAttribute("notFound", true);
            return "desk/track";
        }
        return "redirect:/r/" + secret.get().value();
    }

    /** The last part of an address, without what some programs add to it; searched from the end, however long it is. */
    private static String last(String link) {
        int end = link.length();
        while (end > 0 && "/?#".indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        var path = link.substring(0, end);
        var page = path.endsWith(SENT) ? path.substring(0, path.length() - SENT.length()) : path;
        return page.substring(page.lastIndexOf('/') + 1);
    }
}
