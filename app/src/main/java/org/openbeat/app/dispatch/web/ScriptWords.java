package org.openbeat.app.dispatch.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts that the scripts of a page show, as a JSON data block: a page of ours runs no script that stands in it, and
 * no text stands in a script.
 */
@Component
class ScriptWords {
    private static final String MODULE = "dispatch.";
    private static final String SCRIPTS = MODULE + "ui.";

    private final JsonMapper json;
    private final Map<String, Map<String, String>> texts = new ConcurrentHashMap<>();

    ScriptWords(JsonMapper json) {
        this.json = json;
    }

    /** The texts in a language, with the names of the types of incidents and units. */
    String in(Locale locale, Names names) {
        var chinese = locale.getLanguage().equals("zh");
        var words = new TreeMap<>(texts.computeIfAbsent(
                chinese ? "messages/dispatch_zh_CN.properties" : "messages/dispatch.properties", ScriptWords::read));
        names.incidentTypes().forEach((code, name) -> words.put("type." + code, name));
        names.unitTypes().forEach((code, name) -> words.put("unit-type." + code, name));
        return json.writeValueAsString(words).replace("<", "\\u003c"); // The block ends where we say.
    }

    private static Map<String, String> read(String file) {
        try {
            var all = PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource(file), StandardCharsets.UTF_8));
            var words = new TreeMap<String, String>();
            for (var name : all.stringPropertyNames()) {
                if (name.startsWith(SCRIPTS)) {
                    words.put(name.substring(SCRIPTS.length()), all.getProperty(name));
                } else if (name.matches("dispatch\\.(priority|incident|unit)\\..+")) {
                    words.put(name.substring(MODULE.length()), all.getProperty(name));
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
