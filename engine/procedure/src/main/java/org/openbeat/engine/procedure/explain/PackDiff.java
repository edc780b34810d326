package org.openbeat.engine.procedure.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Requirement;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Suspension;

/** Tells two versions of a procedure apart as a lawyer would: limits, amounts, who decides, what is required, not lines. */
public final class PackDiff {
    private final Pack before;
    private final Pack after;
    private final Locale language;
    private final List<String> lines = new ArrayList<>();

    private PackDiff(Pack before, Pack after, String language) {
        this.before = before;
        this.after = after;
        this.language = Locale.forLanguageTag(language);
    }

    /** One sentence for each difference; empty when there is none. */
    public static List<String> of(Pack before, Pack after, String language) {
        var diff = new PackDiff(before, after, language);
        diff.amounts();
        diff.clocks();
        diff.steps();
        return List.copyOf(diff.lines);
    }

    private String in(LocalText text) {
        return text.in(language.getLanguage());
    }

    private void amounts() {
        compare(
                before.amounts(),
                after.amounts(),
                item -> in(item.title()) + " " + item.value() + " " + item.unit() + " ("
                        + item.basis().text() + ")",
                (old, now) -> {
                    if (old.value() != now.value()) {
                        lines.add("%s %d → %d %s (%s → %s)"
                                .formatted(
                                        in(now.title()),
                                        old.value(),
                                        now.value(),
                                        now.unit(),
                                        old.basis().text(),
                                        now.basis().text()));
                    }
                });
    }

    private void clocks() {
        compare(
                before.clocks(),
                after.clocks(),
                item -> in(item.title()) + " " + PageWords.lengths(item, language) + " ("
                        + item.basis().text() + ")",
                (old, now) -> {
                    change(now, "", PageWords.lengths(old, language), PageWords.lengths(now, language), old);
                    change(now, "stands still for ", grounds(old), grounds(now), old);
                    change(now, "extended by ", extenders(before, old), extenders(after, now), old);
                });
    }

    private void change(ClockRule clock, String what, String was, String is, ClockRule old) {
        if (!was.equals(is)) {
            lines.add("%s: %s%s → %s (%s → %s)"
                    .formatted(
                            in(clock.title()),
                            what,
                            none(was),
                            none(is),
                            old.basis().text(),
                            clock.basis().text()));
        }
    }

    private static String none(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    private String grounds(ClockRule clock) {
        return clock.suspensions().stream()
                .map(Suspension::title)
                .map(this::in)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String extenders(Pack pack, ClockRule clock) {
        return clock.extensions().stream()
                .map(item -> title(pack, item.by())
                        + (item.total() ? " to " : " +")
                        + PageWords.span(item.span(), language)
                        + (item.atMost() > 1 ? " ×" + item.atMost() : ""))
                .collect(Collectors.joining(", "));
    }

    private String title(Pack pack, AuthorityId id) {
        var authority = pack.authorities().get(id);
        return authority == null ? id.value() : in(authority.title());
    }

    private void steps() {
        compare(
                before.steps(),
                after.steps(),
                item -> "step \"" + in(item.title()) + "\" (" + item.basis().text() + ")",
                (old, now) -> {
                    var name = "\"" + in(now.title()) + "\"";
                    who(name, old, now);
                    requirements(name, old, now);
                });
    }

    private void who(String name, Step old, Step now) {
        var was = old.actors().stream().map(id -> title(before, id)).collect(Collectors.joining(", "));
        var is = now.actors().stream().map(id -> title(after, id)).collect(Collectors.joining(", "));
        if (!was.equals(is)) {
            lines.add(name + " is done by " + was + " → " + is);
        }
        if (!Objects.equals(old.approval(), now.approval())) {
            var leave = old.approval();
            var newLeave = now.approval();
            lines.add(name + " needs the leave of " + (leave == null ? "nobody" : title(before, leave)) + " → "
                    + (newLeave == null ? "nobody" : title(after, newLeave)));
        }
    }

    private void requirements(String name, Step old, Step now) {
        for (var required : now.requirements()) {
            if (old.requirements().stream().noneMatch(item -> same(item, required))) {
                lines.add("+ " + name + ": " + in(required.otherwise()) + " ("
                        + required.basis().text() + ")");
            }
        }
        for (var required : old.requirements()) {
            if (now.requirements().stream().noneMatch(item -> same(item, required))) {
                lines.add("- " + name + ": " + in(required.otherwise()) + " ("
                        + required.basis().text() + ")");
            }
        }
    }

    private static boolean same(Requirement one, Requirement other) {
        return one.condition().text().equals(other.condition().text());
    }

    /** Two things of one name. */
    private interface Both<V> {
        void tell(V old, V now);
    }

    /** How a thing is named when it is new or gone. */
    private interface Named<V> {
        String of(V value);
    }

    private <K, V> void compare(Map<K, V> old, Map<K, V> now, Named<V> named, Both<V> both) {
        var all = new LinkedHashMap<>(old);
        all.putAll(now);
        all.forEach((key, value) -> {
            var was = old.get(key);
            var is = now.get(key);
            if (was == null) {
                lines.add("+ " + named.of(value));
            } else if (is == null) {
                lines.add("- " + named.of(value));
            } else {
                both.tell(was, is);
            }
        });
    }
}
