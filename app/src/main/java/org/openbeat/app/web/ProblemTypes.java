package org.openbeat.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Every type of problem that the messages of all modules have texts for. */
@Component
class ProblemTypes {
    private static final Pattern TITLE = Pattern.compile("problem\\.([a-z0-9-]+)\\.title");
    /** Stands for each value that only a real occurrence has. */
    private static final Object[] ANY = {"…", "…", "…", "…"};

    private final MessageSource messages;
    private final List<String> types;

    ProblemTypes(MessageSource messages, @Value("${spring.messages.basename}") String[] basenames) {
        this.messages = messages;
        types = Arrays.stream(basenames)
                .flatMap(name -> read(name).stringPropertyNames().stream())
                .map(TITLE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static Properties read(String basename) {
        try {
            var file = new ClassPathResource(basename.strip() + ".properties");
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the messages " + basename, e);
        }
    }

    List<String> all() {
        return types;
    }

    Map<String, String> titles(Locale locale) {
        var titles = new LinkedHashMap<String, String>();
        types.forEach(type -> titles.put(type, messages.getMessage("problem." + type + ".title", null, locale)));
        return titles;
    }

    String explanation(String type, Locale locale) {
        return messages.getMessage("problem." + type + ".detail", ANY, locale);
    }
}
