package org.openbeat.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.desk.Categories;
import org.openbeat.app.desk.Category;
import org.openbeat.app.desk.draft.Draft;
import org.openbeat.app.desk.draft.Drafts;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** First page of the wizard: what it is about. */
@Controller
class CategoryStep {
    private final Categories categories;
    private final Drafts drafts;
    private final DraftCookie cookie;

    CategoryStep(Categories categories, Drafts drafts, DraftCookie cookie) {
        this.categories = categories;
        this.drafts = drafts;
        this.cookie = cookie;
    }

    @GetMapping("/report")
    String choose(@RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("topics", topics(q));
        cookie.read(request)
                .flatMap(drafts::find)
                .filter(draft -> !draft.sent() && draft.category() != null)
                .flatMap(draft -> categories.find(String.valueOf(draft.category())))
                .ifPresent(category -> model.addAttribute("begun", category));
        return "desk/report-what";
    }

    @PostMapping("/report")
    String chosen(@RequestParam String category, HttpServletRequest request, HttpServletResponse response) {
        var known = categories.find(category).orElseThrow(() -> new Refusal(Kind.INVALID, "unknown-category"));
        var token = cookie.read(request).orElse(null);
        var draft = token == null
                ? null
                : drafts.find(token).filter(found -> !found.sent()).orElse(null);
        if (token != null && draft != null) {
            drafts.save(token, draft.about(known.code()));
        } else {
            cookie.write(drafts.begin(Draft.EMPTY.about(known.code())), request, response);
        }
        return "redirect:/report/where";
    }

    /** Throws the draft away, because its owner says so. */
    @PostMapping("/report/discard")
    String discard(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(drafts::discard);
        cookie.clear(request, response);
        return "redirect:/report";
    }

    private Map<String, List<Category>> topics(String q) {
        var words = q.toLowerCase(Locale.ROOT).strip();
        var topics = new LinkedHashMap<String, List<Category>>();
        for (var category : categories.list()) {
            if (words.isEmpty() || matches(category, words)) {
                topics.computeIfAbsent(category.topic(), topic -> new ArrayList<>())
                        .add(category);
            }
        }
        return topics;
    }

    private static boolean matches(Category category, String words) {
        var text = String.join(
                        " ",
                        category.name().en(),
                        category.name().zh(),
                        category.keywords().en(),
                        category.keywords().zh(),
                        category.description().en(),
                        category.description().zh())
                .toLowerCase(Locale.ROOT);
        return List.of(words.split("\\s+")).stream().allMatch(text::contains);
    }
}
