package org.openbeat.app.dispatch.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.Catalogue;
import org.springframework.context.MessageSource;

/** What codes are called in the reader's language; a code without a name is shown as it is. */
final class Names {
    private final Locale locale;
    private final MessageSource messages;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> dispositions = new HashMap<>();
    private final Map<String, String> unitTypes = new HashMap<>();
    private final Set<String> skills = new TreeSet<>();
    private final Map<String, String> texts = new HashMap<>();

    Names(Catalogue catalogue, MessageSource messages, Locale locale) {
        this.locale = locale;
        this.messages = messages;
        var chinese = locale.getLanguage().equals("zh");
        catalogue.incidentTypes().forEach(type -> types.put(type.code(), chinese ? type.nameZh() : type.name()));
        catalogue.incidentTypes().forEach(type -> skills.addAll(type.skills()));
        catalogue.dispositions().forEach(each -> dispositions.put(each.code(), chinese ? each.nameZh() : each.name()));
        catalogue.unitTypes().forEach(type -> unitTypes.put(type.code(), chinese ? type.nameZh() : type.name()));
    }

    public String type(String code) {
        return types.getOrDefault(code, code);
    }

    public String disposition(String code) {
        return dispositions.getOrDefault(code, code);
    }

    public String unitType(String code) {
        return unitTypes.getOrDefault(code, code);
    }

    public String priority(Object level) {
        return named("dispatch.priority.", level);
    }

    public String incidentStatus(Object status) {
        return named("dispatch.incident.", status);
    }

    /** A status of a unit or a stage of its work; both have the same words. */
    public String unitStatus(Object status) {
        return named("dispatch.unit.", status);
    }

    public String trust(Object trust) {
        return named("dispatch.ui.call.trust.", trust);
    }

    /** Call signs are stored in lower case and spoken in capitals. */
    public String callSign(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }

    public String text(String key, Object... values) {
        return String.valueOf(messages.getMessage(key, values, key, locale));
    }

    /** How long something took; null is for ever. */
    public String span(@Nullable Duration time) {
        return time == null
                ? text("dispatch.what-if.never")
                : text("dispatch.what-if.span", time.toMinutes(), time.toSecondsPart());
    }

    /** A skill that has no name in the messages is shown as its code. */
    public String skill(String code) {
        var key = "dispatch.skill." + code;
        return Objects.requireNonNullElse(messages.getMessage(key, null, code, locale), code);
    }

    /** The skills that some type of incident asks for. */
    Set<String> skills() {
        return skills;
    }

    Map<String, String> incidentTypes() {
        return types;
    }

    Map<String, String> unitTypes() {
        return unitTypes;
    }

    private String named(String prefix, Object code) {
        return texts.computeIfAbsent(prefix + code, key -> text(key));
    }
}
