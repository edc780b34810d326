package org.openbeat.engine.procedure.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.Mark;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Verified;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/** Texts: in the local language and in English, no paper without its use, no placeholder without its value. */
final class TextRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*}}");
    private static final Set<String> FREE = Set.of("case", "person", "officer", "step", "field");

    private final Pack pack;
    private final Findings findings;

    TextRules(Pack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check() {
        pack.stages().forEach((stage, title) -> texts(title, pack.mark(), "the stage " + stage));
        pack.steps()
                .values()
                .forEach(step ->
                        texts(step.title(), step.basis().mark(), step.id().value()));
        pack.clocks()
                .values()
                .forEach(clock ->
                        texts(clock.title(), clock.basis().mark(), clock.id().value()));
        pack.authorities()
                .values()
                .forEach(item -> texts(item.title(), item.mark(), item.id().value()));
        pack.facts().values().forEach(fact -> texts(fact.title(), fact.mark(), fact.name()));
        pack.disclosures().forEach(item -> texts(item.text(), item.basis().mark(), item.name()));
        for (var step : pack.steps().values()) {
            step.requirements()
                    .forEach(item -> texts(item.otherwise(), item.basis().mark(), "what " + item.name() + " says"));
        }
        papers();
        idle();
    }

    private void texts(LocalText text, Mark mark, String what) {
        var local = pack.language().split("-", 2)[0];
        for (var language : new TreeSet<>(List.of("en", local))) {
            if (text.texts().getOrDefault(language, "").isBlank()) {
                findings.add("missing-text", mark, what + " has no text in " + language);
            }
        }
    }

    private void papers() {
        for (var paper : pack.papers().values()) {
            var mark = paper.basis().mark();
            texts(paper.title(), mark, paper.name());
            if (pack.steps().values().stream().noneMatch(step -> step.papers().contains(paper.name()))) {
                findings.add("idle-paper", mark, "no step writes " + paper.name());
            }
            if (paper.basis().citations().isEmpty()) {
                findings.add("paper-without-source", mark, paper.name() + " has no source");
            }
            PLACEHOLDER
                    .matcher(paper.template())
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !known(name))
                    .forEach(name -> findings.add(
                            "unknown-placeholder",
                            mark,
                            paper.file() + " asks for {{" + name
                                    + "}}, which is neither a fact, a limit, a clock nor a free field"));
        }
    }

    private boolean known(String name) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            return false;
        }
        var rest = name.substring(dot + 1);
        return switch (name.substring(0, dot)) {
            case "facts" -> pack.facts().containsKey(rest);
            case "limits" -> pack.amounts().containsKey(rest);
            case "clock" -> pack.clocks().containsKey(new ClockId(rest));
            default -> FREE.contains(name.substring(0, dot)) && !rest.isBlank();
        };
    }

    /** Facts that no step states can't be known, and limits that no guard asks are not the law of this pack. */
    private void idle() {
        for (var fact : pack.facts().values()) {
            var stated = pack.steps().values().stream()
                    .anyMatch(step ->
                            step.asks().contains(fact.name()) || step.may().contains(fact.name()));
            if (!stated) {
                findings.add("idle-fact", fact.mark(), "no step states " + fact.name());
            }
        }
        for (var amount : pack.amounts().values()) {
            if (amount.basis().citations().isEmpty() || amount.basis().verified() != Verified.YES) {
                findings.add(
                        "unverified-limit",
                        amount.basis().mark(),
                        amount.name() + " rests on what nobody has read in full: guards may not compare with it");
            }
            var asked = pack.steps().values().stream()
                    .flatMap(step -> step.requirements().stream())
                    .anyMatch(required -> required.condition().text().contains("limits." + amount.name()));
            if (!asked) {
                findings.add("idle-limit", amount.basis().mark(), "no guard asks limits." + amount.name());
            }
        }
    }
}
