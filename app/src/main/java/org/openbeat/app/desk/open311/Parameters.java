package org.openbeat.app.desk.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The parameters of a request. One that is empty counts as absent, as GeoReport v2 has it. */
record Parameters(Map<String, String[]> values) {
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]+)](\\[])?");

    static Parameters of(HttpServletRequest request) {
        return new Parameters(request.getParameterMap());
    }

    Optional<String> find(String name) {
        return Arrays.stream(values.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    String text(String name) {
        return find(name).orElse("");
    }

    /** A list with commas, of one or of several parameters of the name; without what is empty or repeated. */
    List<String> list(String name) {
        return Arrays.stream(values.getOrDefault(name, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** {@code attribute[CODE]=v}, and {@code attribute[CODE][]=v} once for each of several values. */
    Map<String, List<String>> attributes() {
        var attributes = new TreeMap<String, List<String>>();
        values.forEach((name, given) -> {
            var matcher = ATTRIBUTE.matcher(name);
            if (matcher.matches()) {
                var kept =
                        Arrays.stream(given).filter(value -> !value.isBlank()).toList();
                if (!kept.isEmpty()) {
                    attributes
                            .computeIfAbsent(matcher.group(1), code -> new ArrayList<>())
                            .addAll(kept);
                }
            }
        });
        return attributes;
    }
}
