package org.openbeat.app;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Writes the map of modules from the code. */
class ModulesDocTest {

    @Test
    void the_map_of_modules_says_what_the_code_says() {
        var modules = ApplicationModules.of(Openbeat.class);
        var all = modules.stream()
                .sorted(Comparator.comparing(ModulesDocTest::name))
                .toList();
        var page = new StringBuilder("""
                # Modules

                An arrow means "knows". It only points down the ranks, and a test fails when one does not
                (`ModularityTest`). A test writes this page from the code.

                ```mermaid
                flowchart TD
                """);
        all.forEach(module -> page.append("  %s[%s]%n".formatted(name(module), module.getDisplayName())));
        all.forEach(module -> known(module, modules)
                .lines()
                .forEach(other -> page.append("  %s --> %s%n".formatted(name(module), other))));
        page.append("```\n\n| Module | Package | Knows |\n| --- | --- | --- |\n");
        all.forEach(module -> page.append("| %s | `%s` | %s |%n"
                .formatted(
                        module.getDisplayName(),
                        module.getBasePackage().getName(),
                        known(module, modules).replace("\n", ", "))));
        WrittenPage.mustSay("modules.md", page.toString());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString().replace('.', '_');
    }

    private static String known(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModulesDocTest::name)
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
