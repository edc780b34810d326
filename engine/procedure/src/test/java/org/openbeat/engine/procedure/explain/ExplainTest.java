package org.openbeat.engine.procedure.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.procedure.Packs;

class ExplainTest {
    @Test
    void two_versions_are_told_apart_in_legal_terms() {
        var lines = PackDiff.of(Packs.get("cn-administrative-2012"), Packs.get("cn-administrative-2025"), "en");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("Questioning limit: 8/24 h → 8/12/24 h"))
                .anySatisfy(line -> assertThat(line).startsWith("Time of the case: 30+30 days → 30+30+30 days"))
                .anySatisfy(line -> assertThat(line).startsWith("Highest fine on the spot 200 → 500 yuan"));
    }

    @Test
    void a_pack_does_not_differ_from_itself() {
        for (var name : Packs.names()) {
            assertThat(PackDiff.of(Packs.get(name), Packs.get(name), "en")).isEmpty();
        }
    }

    @Test
    void the_page_names_every_step_and_clock_and_loads_nothing() {
        for (var name : Packs.names()) {
            var pack = Packs.get(name);
            var page = ExplainPage.of(pack, Locale.ENGLISH);
            pack.steps().keySet().forEach(step -> assertThat(page).contains("id=\"" + step + "\""));
            pack.clocks().keySet().forEach(clock -> assertThat(page).contains("id=\"clock-" + clock + "\""));
            assertThat(page).contains("<svg").doesNotContain("<script", "src=", "url(");
        }
    }

    @Test
    void the_page_speaks_the_language_it_is_asked_in() {
        var page = ExplainPage.of(Packs.get("cn-criminal"), Locale.CHINESE);
        assertThat(page).contains("lang=\"zh\"", "侦查羁押期限", "限制人身自由，届满即释放");
    }
}
