package org.openbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** Settings are records: each key is explained, is read by some code, and stands on the page of settings. */
class SettingsTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.openbeat");

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/");
    private static final Pattern PARAMETER =
            Pattern.compile("@param\\s+(\\w+)\\s+((?:(?!\\s@param|\\s@).)*)", Pattern.DOTALL);

    @Test
    void settings_are_records() {
        assertThat(settings())
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(type.isRecord()).as(type.getName()).isTrue());
    }

    @Test
    void every_setting_is_read_by_some_code() {
        var dead = new ArrayList<String>();
        settings()
                .forEach(type -> eachKey(type, (key, component) -> {
                    var owner = MAIN.get(component.getDeclaringRecord());
                    var read = owner.getMethod(component.getName()).getAccessesToSelf().stream()
                            .anyMatch(access -> !access.getOrigin().getName().equals("toString"));
                    if (!read) {
                        dead.add(key);
                    }
                }));
        assertThat(dead).as("settings that nothing reads").isEmpty();
    }

    @Test
    void every_setting_is_explained() {
        var unexplained = new ArrayList<String>();
        settings()
                .forEach(type -> eachKey(type, (key, component) -> {
                    if (explanation(component).isEmpty()) {
                        unexplained.add(key);
                    }
                }));
        assertThat(unexplained)
                .as("settings without @param in the record's comment")
                .isEmpty();
    }

    @Test
    void the_file_of_defaults_sets_only_what_exists() throws IOException {
        var known = new ArrayList<String>();
        settings().forEach(type -> eachKey(type, (key, component) -> known.add(key)));
        var file = new FileSystemResource(Sources.RESOURCES.resolve("application.yaml"));
        var set = new YamlPropertySourceLoader()
                .load("defaults", file).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .filter(key -> key.startsWith("openbeat."))
                        .map(key -> key.replaceAll("\\[\\d+]", "[]"));
        assertThat(set).allSatisfy(key -> assertThat(known).anyMatch(name -> key.equals(name) || key.startsWith(name)));
    }

    @Test
    void the_page_of_settings_says_what_the_records_say() {
        var page = new StringBuilder("""
                # Settings

                Set a key on the command line (`--openbeat.zone=Europe/Vienna`), in `application.yaml` beside the program, or as an
                environment variable (`OPENBEAT_ZONE`: dots become underscores, dashes are left out). Every key has a default that
                works. A test writes this page from the code.
                """);
        var sections = new TreeMap<String, Class<?>>();
        settings().forEach(type -> sections.put(prefix(type), type));
        sections.forEach((prefix, type) -> {
            page.append("%n## `%s`%n%n%s%n%n".formatted(prefix, summary(type)));
            page.append("| Key | Type | Default | Meaning |\n| --- | --- | --- | --- |\n");
            eachKey(
                    type,
                    (key, component) -> page.append("| `%s` | %s | %s | %s |%n"
                            .formatted(
                                    key,
                                    component.getType().getSimpleName(),
                                    fallback(component),
                                    explanation(component))));
        });
        WrittenPage.mustSay("configuration.md", page.toString());
    }

    private static List<Class<?>> settings() {
        return MAIN.stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static String prefix(Class<?> type) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        return annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
    }

    /** Every key of a record, those of nested records too. */
    private static void eachKey(Class<?> type, BiConsumer<String, RecordComponent> action) {
        eachKey(prefix(type), type, action);
    }

    private static void eachKey(String prefix, Class<?> type, BiConsumer<String, RecordComponent> action) {
        for (var component : type.getRecordComponents()) {
            var key = prefix + "." + dashed(component.getName());
            var nested = nested(component);
            action.accept(key, component);
            if (nested != null) {
                eachKey(component.getType() == List.class ? key + "[]" : key, nested, action);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Class<?> nested(RecordComponent component) {
        var name = component.getGenericType().getTypeName().replaceAll("^java\\.util\\.List<(.*)>$", "$1");
        return MAIN.stream()
                .filter(type -> type.isRecord()
                        && type.getName().equals(name)
                        && type.getEnclosingClass().isPresent())
                .<Class<?>>map(JavaClass::reflect)
                .findFirst()
                .orElse(null);
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static String fallback(RecordComponent component) {
        var parameter = Arrays.stream(component.getDeclaringRecord().getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(candidate -> candidate.getName().equals(component.getName()))
                .filter(candidate -> candidate.isAnnotationPresent(DefaultValue.class))
                .findFirst();
        return parameter
                .map(found -> String.join(
                        ", ", found.getAnnotation(DefaultValue.class).value()))
                .filter(value -> !value.isEmpty())
                .map(value -> "`" + value + "`")
                .orElse("");
    }

    private static String explanation(RecordComponent component) {
        return parameters(component.getDeclaringRecord()).getOrDefault(component.getName(), "");
    }

    private static String summary(Class<?> type) {
        return plain(comment(type).replaceAll("(?s)@param.*", ""));
    }

    private static Map<String, String> parameters(Class<?> type) {
        return PARAMETER
                .matcher(comment(type))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> plain(found.group(2)), (one, two) -> one));
    }

    /** The comment that stands before the record in its source. */
    private static String comment(Class<?> type) {
        var source = Sources.read(source(type));
        var declared =
                Pattern.compile("\\brecord\\s+" + type.getSimpleName() + "\\b").matcher(source);
        if (!declared.find()) {
            return "";
        }
        return JAVADOC.matcher(source.substring(0, declared.start()))
                .results()
                .reduce((one, two) -> two)
                .map(found -> found.group(1).replaceAll("(?m)^\\s*\\*", " "))
                .orElse("");
    }

    private static Path source(Class<?> type) {
        return Sources.JAVA.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link)\\s+([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }
}
