package org.openbeat.engine.procedure.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeat.engine.procedure.pack.LocalText;

/** The members of a mapping, each asked for by name once; what nobody asked for is a problem. */
public final class Fields {
    private final YamlValue owner;
    private final String what;
    private final Map<String, YamlValue> members;
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(YamlValue owner, String what) {
        this.owner = owner;
        this.what = what;
        this.members = owner.members();
    }

    public YamlValue owner() {
        return owner;
    }

    public Optional<YamlValue> find(String name) {
        asked.add(name);
        return Optional.ofNullable(members.get(name));
    }

    /** The member, or a problem and an empty one. */
    public YamlValue get(String name) {
        return find(name).orElseGet(() -> {
            owner.problem(what + " needs " + name);
            return owner;
        });
    }

    private boolean has(String name, boolean needed) {
        var found = find(name).isPresent();
        if (!found && needed) {
            owner.problem(what + " needs " + name);
        }
        return found;
    }

    public String text(String name) {
        return has(name, true) ? get(name).text() : "?";
    }

    public String textOr(String name, String otherwise) {
        return find(name).map(YamlValue::text).orElse(otherwise);
    }

    public LocalText local(String name) {
        return has(name, true) ? get(name).local() : new LocalText(Map.of());
    }

    public List<String> texts(String name) {
        return find(name).map(YamlValue::texts).orElse(List.of());
    }

    public List<YamlValue> items(String name) {
        return find(name).map(YamlValue::items).orElse(List.of());
    }

    public Map<String, YamlValue> map(String name) {
        return find(name).map(YamlValue::members).orElse(Map.of());
    }

    public boolean yes(String name) {
        return find(name).map(YamlValue::yes).orElse(false);
    }

    /** Says which names were not asked for: nothing in a pack is read past. */
    public void done() {
        members.forEach((name, value) -> {
            if (!asked.contains(name)) {
                value.problem(what + " has no " + name + YamlText.maybe(name, asked));
            }
        });
    }
}
