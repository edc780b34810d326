package org.openbeat.engine.procedure.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in the languages that a pack has it in.
 *
 * @param texts from the language (BCP 47) to the text
 */
public record LocalText(Map<String, String> texts) {
    public LocalText {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** In {@code language}; without it in English; without that in whichever language comes first. */
    public String in(String language) {
        var text = texts.getOrDefault(language, texts.get("en"));
        return text != null ? text : texts.values().stream().findFirst().orElse("");
    }

    /** In English, for messages of tools. */
    public String english() {
        return in("en");
    }
}
