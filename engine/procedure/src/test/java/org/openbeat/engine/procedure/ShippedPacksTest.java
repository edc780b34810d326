package org.openbeat.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbeat.engine.procedure.lint.Linter;
import org.openbeat.engine.procedure.scenario.Coverage;
import org.openbeat.engine.procedure.scenario.ScenarioReader;
import org.openbeat.engine.procedure.scenario.ScenarioResult;
import org.openbeat.engine.procedure.scenario.ScenarioRunner;

class ShippedPacksTest {
    static List<String> packs() {
        return Packs.names();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_pack_lints_clean(String name) {
        assertThat(Linter.lint(Packs.get(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_scenario_goes_as_written_and_together_they_touch_every_step_clock_and_refusal(String name)
            throws Exception {
        var pack = Packs.get(name);
        var procedure = Procedure.of(pack);
        var results = ScenarioReader.read(pack, Packs.files(name)).stream()
                .map(scenario -> ScenarioRunner.run(procedure, scenario))
                .toList();
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
        assertThat(results).allMatch(ScenarioResult::passed);
        assertThat(Coverage.of(pack, results).untouched()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_pack_says_in_its_readme_what_is_left_out(String name) throws Exception {
        var readme = Files.readString(Packs.FOLDER.resolve(name).resolve("README.md"));
        assertThat(readme).contains("Left out");
        assertThat(Packs.get(name).leftOut()).isNotEmpty();
    }
}
