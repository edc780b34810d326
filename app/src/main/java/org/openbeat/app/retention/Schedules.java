package org.openbeat.app.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.openbeat.app.retention.spi.KeptKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of data, the examples that come with Openbeat, and what the organisation has confirmed. */
@Component
class Schedules {
    private static final ClassPathResource EXAMPLES = new ClassPathResource("retention/examples.properties");

    private final ObjectProvider<KeptKind> kinds;
    private final JdbcRetention store;
    private final List<Example> examples;

    Schedules(ObjectProvider<KeptKind> kinds, JdbcRetention store) {
        this.kinds = kinds;
        this.store = store;
        this.examples = read();
    }

    List<KeptKind> kinds() {
        return kinds.stream()
                .sorted(java.util.Comparator.comparing(KeptKind::kind))
                .toList();
    }

    boolean knows(String kind) {
        return kinds.stream().anyMatch(known -> known.kind().equals(kind));
    }

    Optional<Schedule> confirmed(String kind) {
        return store.schedules().stream()
                .filter(schedule -> schedule.kind().equals(kind))
                .findFirst();
    }

    Optional<Example> example(String kind) {
        return examples.stream().filter(example -> example.kind().equals(kind)).findFirst();
    }

    private static List<Example> read() {
        var properties = new Properties();
        try (var in = new java.io.InputStreamReader(EXAMPLES.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".period"))
                .map(name -> name.substring(0, name.length() - ".period".length()))
                .map(kind -> new Example(
                        kind,
                        Period.parse(properties.getProperty(kind + ".period")),
                        properties.getProperty(kind + ".basis", "")))
                .toList();
    }
}
