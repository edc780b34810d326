package org.openbeat.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.openbeat.demo.Visitor.Answer;
import org.openbeat.demo.Visitor.Upload;

/** Somebody of the town before the report form, without scripts, without an account. */
final class Resident implements AutoCloseable {
    private final Visitor visitor;

    Resident(String baseUrl, String language) {
        this.visitor = new Visitor(baseUrl, language);
    }

    /**
     * What a resident tells.
     *
     * @param typed where it is, as typed
     * @param answers answers to the category's own questions
     */
    record Telling(String category, String typed, String words, Map<String, String> answers, List<Upload> photos) {}

    /**
     * What a resident keeps of a report.
     *
     * @param link path of the secret page
     * @param words what the page said on sending
     */
    record Kept(String reference, String link, String words) {}

    /** Fills in every page up to the last one and returns that page, unsent. */
    Document prepare(Telling telling) {
        var choose = visitor.get("/report").page();
        var where = expect(
                visitor.submit(form(choose, "button[name=category]"), Map.of("category", telling.category())),
                "/report/where");
        var details = expect(locate(where, telling.typed()), "/report/details");
        var values = new LinkedHashMap<String, String>();
        values.put("description", telling.words());
        values.put("wish", "next");
        if (details.selectFirst("input[name=neighboursMayRead]") != null) {
            values.put("neighboursMayRead", "true");
        }
        telling.answers().forEach((code, value) -> values.put("answers[" + code + "]", value));
        return expect(
                visitor.submit(form(details, "textarea[name=description]"), values, telling.photos()), "/report/check");
    }

    private Answer locate(Document where, String typed) {
        var found = visitor.submit(form(where, "input[name=typed]"), Map.of("typed", typed, "wish", "FIND"))
                .page();
        var choice = need(found, "input[name=choice]").val();
        var answer = visitor.submit(
                form(found, "input[name=typed]"), Map.of("typed", typed, "choice", choice, "wish", "NEXT"));
        var side = answer.page().selectFirst("input[name=side]");
        return side == null
                ? answer
                : visitor.submit(form(answer.page(), "input[name=typed]"), Map.of("side", side.val(), "wish", "NEXT"));
    }

    Kept send(Document check) {
        var answer = visitor.submit(Visitor.form(check, "/report/send"), Map.of());
        return kept(answer);
    }

    /** "It is the same": follows the report that was shown first. */
    Kept follow(Document check) {
        var button = need(check, "form[action$=/report/same] button[name=report]");
        return kept(visitor.submit(Visitor.form(check, "/report/same"), Map.of("report", button.val())));
    }

    private static Kept kept(Answer answer) {
        var page = expect(answer, "/r/");
        var path = answer.address().getPath();
        return new Kept(
                need(page, ".desk-panel__reference strong").text(),
                path.replaceFirst("/sent$", ""),
                need(page, "#content").text());
    }

    Document open(Kept kept) {
        return expect(visitor.get(kept.link()), kept.link());
    }

    byte[] fetch(String path) {
        var answer = visitor.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status());
        }
        return answer.bytes();
    }

    Document submit(Document page, String selector, Map<String, String> values) {
        return visitor.submit(form(page, selector), values).page();
    }

    /** The first form of the page that holds such an element. */
    static FormElement form(Document page, String selector) {
        return page.select("form:has(" + selector + ")").forms().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no form with %s on %s (%s)".formatted(selector, page.baseUri(), page.title())));
    }

    static Element need(Document page, String selector) {
        return Objects.requireNonNull(
                page.selectFirst(selector),
                () -> "nothing like %s on %s (%s)".formatted(selector, page.baseUri(), page.title()));
    }

    private static Document expect(Answer answer, String path) {
        var page = answer.page();
        if (answer.status() != 200 || !answer.address().getPath().startsWith(path)) {
            throw new IllegalStateException("expected %s, but %s answered %d: %s"
                    .formatted(
                            path,
                            answer.address().getPath(),
                            answer.status(),
                            page.select(".govuk-error-summary, .problem, h1").text()));
        }
        return page;
    }

    @Override
    public void close() {
        visitor.close();
    }
}
