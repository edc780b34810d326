package org.openbeat.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.procedure.lint.Linter;
import org.openbeat.engine.procedure.reading.PackFiles;
import org.openbeat.engine.procedure.reading.PackReader;
import org.openbeat.engine.procedure.scenario.Coverage;
import org.openbeat.engine.procedure.scenario.ScenarioReader;
import org.openbeat.engine.procedure.scenario.ScenarioRunner;

/** The guide in packs/README.md is run as it stands there. */
class GuideTest {
    private static final Pattern FILE = Pattern.compile("(?s)`lost-property/([^`]+)`\n\n```[a-z]*\n(.*?)```");

    private static Map<String, String> files() throws Exception {
        var files = new LinkedHashMap<String, String>();
        FILE.matcher(Files.readString(Packs.FOLDER.resolve("README.md")))
                .results()
                .forEach(found -> files.put(found.group(1), found.group(2)));
        return files;
    }

    @Test
    void the_pack_of_the_guide_lints_clean_and_its_scenarios_touch_everything() throws Exception {
        var files = new PackFiles("lost-property", files());
        var pack = PackReader.read(files);
        assertThat(Linter.lint(pack)).isEmpty();
        var procedure = Procedure.of(pack);
        var results = ScenarioReader.read(pack, files).stream()
                .map(scenario -> ScenarioRunner.run(procedure, scenario))
                .toList();
        assertThat(results)
                .hasSize(2)
                .flatExtracting(result -> result.failures())
                .isEmpty();
        assertThat(Coverage.of(pack, results).untouched()).isEmpty();
    }

    @Test
    void it_needs_no_more_than_sixty_lines() throws Exception {
        var lines = files().values().stream()
                .mapToLong(text -> text.lines().count())
                .sum();
        assertThat(lines).isLessThanOrEqualTo(60);
    }
}
