package org.openbeat.engine.procedure.explain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.Verified;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Limit;

/** A procedure as one page for the public and for training: no script, nothing loaded from elsewhere. */
public final class ExplainPage {
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#111;background:#fff}
            h1{line-height:1.2}section{margin-top:2.5rem}article{border-top:1px solid #767676;padding:.5rem 0}
            dl{display:grid;grid-template-columns:minmax(7rem,13rem) 1fr;gap:.1rem 1rem;margin:.25rem 0}dt{color:#444}
            dd{margin:0}.scroll{overflow-x:auto;border:1px solid #767676}.source{color:#333;font-size:.9rem}
            svg text{font:12px system-ui,sans-serif}svg .clock{font-size:11px;fill:#333}svg rect{fill:#fff;stroke:#333}
            svg .liberty rect{stroke-width:3}svg .release rect,svg .judge rect{stroke-dasharray:6 3;stroke-width:2}
            svg .closes rect{fill:#e8e8e8}svg .arrow{fill:none;stroke:#8a8a8a}
            @media(max-width:40rem){dl{grid-template-columns:1fr}dt{font-weight:600}}
            """;

    private final Pack pack;
    private final Locale language;
    private final StringBuilder page = new StringBuilder();

    private ExplainPage(Pack pack, Locale language) {
        this.pack = pack;
        this.language = language;
    }

    /** The page as HTML. */
    public static String of(Pack pack, Locale language) {
        return new ExplainPage(pack, language).write();
    }

    private String write() {
        page.append("<!doctype html>\n<html lang=\"")
                .append(language.toLanguageTag())
                .append("\">\n<head>");
        page.append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        page.append(Html.element("title", in(pack.title())));
        page.append("<style>").append(STYLE).append("</style></head>\n<body><main>\n");
        page.append(Html.element("h1", in(pack.title()))).append(Html.element("p", in(pack.summary())));
        version();
        section(PageWords.DIAGRAM, "<div class=\"scroll\" tabindex=\"0\">" + Diagram.svg(pack, language) + "</div>");
        section(PageWords.STEPS, steps());
        section(PageWords.CLOCKS, each(pack.clocks().values(), this::clock));
        told();
        section(PageWords.SOURCES, sources());
        return page.append("</main></body></html>\n").toString();
    }

    private String in(LocalText text) {
        return Html.of(text.in(language.getLanguage()));
    }

    private void section(PageWords heading, String content) {
        if (!content.isBlank()) {
            page.append("<section>")
                    .append(Html.element("h2", heading.in(language)))
                    .append(content);
            page.append("</section>\n");
        }
    }

    private static <T> String each(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining("\n"));
    }

    private void version() {
        var version = pack.version();
        var until = version.until() == null ? "" : ", " + PageWords.UNTIL.in(language) + " " + version.until();
        page.append("<p>").append(PageWords.VERSION.in(language)).append(": ");
        page.append(PageWords.FROM.in(language))
                .append(' ')
                .append(version.from())
                .append(until);
        page.append(" <span class=\"source\">(").append(basis(version.basis())).append(")</span></p>\n");
    }

    private String steps() {
        var stages = new LinkedHashMap<String, StringBuilder>();
        for (var step : pack.steps().values()) {
            stages.computeIfAbsent(step.stage(), stage -> new StringBuilder()).append(step(step));
        }
        return stages.entrySet().stream()
                .map(stage -> Html.element("h3", stageTitle(stage.getKey())) + stage.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String stageTitle(String stage) {
        var title = pack.stages().get(stage);
        return title == null ? Html.of(stage) : in(title);
    }

    private String step(Step step) {
        var text = new StringBuilder("<article id=\"" + step.id() + "\">");
        text.append(Html.element("h4", in(step.title()))).append("<dl>");
        row(text, PageWords.WHO, authorities(step.actors()));
        var approval = step.approval();
        row(text, PageWords.LEAVE, approval == null ? "" : authorities(List.of(approval)));
        row(
                text,
                PageWords.AFTER,
                titles(
                        step.order().any().isEmpty()
                                ? step.order().all()
                                : step.order().any()));
        row(
                text,
                PageWords.NEEDS,
                each(
                        step.requirements(),
                        required -> "<div>" + in(required.otherwise()) + " <span class=\"source\">"
                                + basis(required.basis()) + "</span></div>"));
        row(
                text,
                PageWords.PAPERS,
                step.papers().stream()
                        .map(name -> pack.papers().get(name))
                        .map(paper -> paper == null ? "" : in(paper.title()))
                        .collect(Collectors.joining(", ")));
        row(text, PageWords.SOURCE, basis(step.basis()));
        return text.append("</dl></article>\n").toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        if (!value.isBlank()) {
            text.append(Html.element("dt", name)).append(Html.element("dd", value));
        }
    }

    private void row(StringBuilder text, PageWords name, String value) {
        row(text, name.in(language), value);
    }

    private String authorities(List<AuthorityId> ids) {
        return ids.stream()
                .map(id -> pack.authorities().get(id))
                .map(authority -> authority == null ? "" : in(authority.title()))
                .collect(Collectors.joining(", "));
    }

    private String titles(List<StepId> ids) {
        return ids.stream()
                .map(id -> pack.steps().get(id))
                .map(step -> step == null ? "" : "<a href=\"#" + step.id() + "\">" + in(step.title()) + "</a>")
                .collect(Collectors.joining(", "));
    }

    private String clock(ClockRule clock) {
        var text = new StringBuilder("<article id=\"clock-" + clock.id() + "\">");
        text.append(Html.element("h3", in(clock.title()) + ": " + PageWords.lengths(clock, language)));
        if (clock.liberty()) {
            text.append(Html.element("p", Html.element("strong", PageWords.LIBERTY.in(language))));
        }
        text.append("<dl>");
        row(text, PageWords.STARTS, titles(clock.starts()));
        row(text, PageWords.ENDS, titles(clock.ends()));
        row(text, PageWords.LIMIT, each(clock.limits(), this::limit));
        row(
                text,
                PageWords.STANDS_STILL,
                each(
                        clock.suspensions(),
                        item -> "<div>" + in(item.title()) + " <span class=\"source\">" + basis(item.basis())
                                + "</span></div>"));
        row(
                text,
                PageWords.EXTENSIONS,
                each(
                        clock.extensions(),
                        item -> "<div>" + (item.total() ? "" : "+")
                                + PageWords.span(item.span(), language)
                                + (item.atMost() > 1 ? " ×" + item.atMost() : "") + ", "
                                + authorities(List.of(item.by())) + " <span class=\"source\">" + basis(item.basis())
                                + "</span></div>"));
        row(text, PageWords.SOURCE, basis(clock.basis()));
        return text.append("</dl></article>").toString();
    }

    private String limit(Limit limit) {
        var when = limit.when();
        return "<div>" + PageWords.span(limit.span(), language)
                + (when == null ? "" : " " + PageWords.IF.in(language) + " <code>" + Html.of(when.text()) + "</code>")
                + " <span class=\"source\">" + basis(limit.basis()) + "</span></div>";
    }

    private String basis(Basis basis) {
        var unread = basis.verified() == Verified.YES ? "" : " [" + PageWords.UNREAD.in(language) + "]";
        var note = basis.note().isEmpty() ? "" : " — " + Html.of(basis.note());
        return Html.of(basis.text()) + unread + note;
    }

    private void told() {
        section(
                PageWords.TOLD,
                each(
                        pack.disclosures(),
                        item -> "<p>" + in(item.text()) + " <span class=\"source\">" + Html.of(item.to()) + "; "
                                + basis(item.basis()) + "</span></p>"));
        section(
                PageWords.QUALITY,
                each(
                        pack.quality(),
                        item -> "<p>" + in(item.text()) + " <span class=\"source\">" + basis(item.basis())
                                + "</span></p>"));
        section(
                PageWords.CONFLICTS,
                each(
                        pack.conflicts(),
                        item -> "<article><ul>"
                                + item.says().entrySet().stream()
                                        .map(says ->
                                                Html.element("li", Html.of(says.getKey() + ": " + says.getValue())))
                                        .collect(Collectors.joining())
                                + "</ul><p>" + PageWords.TAKEN.in(language) + ": " + in(item.taken())
                                + "</p></article>"));
        section(
                PageWords.LEFT_OUT,
                pack.leftOut().isEmpty()
                        ? ""
                        : "<ul>" + each(pack.leftOut(), text -> Html.element("li", Html.of(text))) + "</ul>");
    }

    private String sources() {
        return "<dl>"
                + each(
                        pack.sources().values(),
                        source -> Html.element("dt", Html.of(source.name()))
                                + Html.element(
                                        "dd",
                                        in(source.title()) + ", " + Html.of(source.version())
                                                + " <span class=\"source\">" + Html.of(source.read()) + "</span>"))
                + "</dl>";
    }
}
