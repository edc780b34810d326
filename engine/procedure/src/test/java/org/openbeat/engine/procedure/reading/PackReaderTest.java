package org.openbeat.engine.procedure.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.procedure.pack.Verified;

class PackReaderTest {
    private static final String SMALL = """
            pack: small
            title: Small
            summary: A pack for tests.
            language: en
            zone: Europe/London
            version: {family: small, from: 2026-01-01, by: filing, source: LAW s.1}
            sources:
              LAW: {title: A law, read: whole, verified: yes}
              REPORT: {title: A report, read: in part, verified: part}
            authorities:
              clerk: {title: Clerk}
            facts:
              age: {type: number, title: Age}
            stages: {one: One}
            steps:
              begin: {title: Begin, stage: one, by: clerk, states: age, source: LAW s.2}
              end:
                title: End
                stage: one
                by: clerk
                after: begin
                requires:
                  - {that: "facts.age >= 18", else: Too young., source: LAW s.3}
                closes: yes
                source: LAW s.3
            clocks:
              all: {title: All, starts: begin, ends: end, limit: {days: 3}, source: "LAW s.4; REPORT p. 7"}
            """;

    private static PackUnreadableException reading(String text) {
        return catchThrowableOfType(PackUnreadableException.class, () -> read(text));
    }

    private static org.openbeat.engine.procedure.pack.Pack read(String text) throws PackUnreadableException {
        return PackReader.read(new PackFiles("small", new LinkedHashMap<>(Map.of("pack.yaml", text))));
    }

    /** With one piece of the small pack replaced. */
    private static String with(String was, String is) {
        assertThat(SMALL).contains(was);
        return SMALL.replace(was, is);
    }

    @Test
    void a_pack_is_read_with_all_that_stands_in_it() throws Exception {
        var pack = read(SMALL);
        assertThat(pack.steps()).hasSize(2);
        assertThat(pack.clocks()).hasSize(1);
        assertThat(pack.steps().values()).last().satisfies(step -> {
            assertThat(step.closes()).isTrue();
            assertThat(step.requirements())
                    .singleElement()
                    .satisfies(required -> assertThat(required.basis().text()).isEqualTo("LAW s.3"));
        });
    }

    @Test
    void a_fact_is_as_sure_as_its_least_sure_source() throws Exception {
        var clock = read(SMALL).clocks().values().iterator().next();
        assertThat(clock.basis().verified()).isEqualTo(Verified.PART);
    }

    @Test
    void an_unknown_name_is_refused_with_its_line_and_column_and_the_nearest_that_there_is() {
        assertThat(reading(with("closes: yes", "close: yes")))
                .hasMessage("small/pack.yaml:24:12: a step has no close; maybe closes");
    }

    @Test
    void a_reference_to_nothing_is_refused_where_it_stands() {
        assertThat(reading(with("after: begin", "after: bgin")))
                .hasMessage("small/pack.yaml:21:12: there is no step bgin; maybe begin");
        assertThat(reading(with("source: LAW s.2", "source: LAWS s.2")))
                .hasMessage("small/pack.yaml:16:69: LAWS is not among the sources; maybe LAW");
    }

    @Test
    void a_guard_that_does_not_compile_is_refused_at_the_very_character() {
        assertThat(reading(with("facts.age >= 18", "facts.age >= 'x'")))
                .hasMessage("small/pack.yaml:23:27: in the guard: >= can't stand between a int and a string");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var text = with("closes: yes", "close: yes").replace("by: clerk, states", "by: clark, states");
        assertThat(reading(text).problems()).hasSize(2);
    }

    @Test
    void what_is_no_yaml_has_one_fault() {
        assertThat(reading("pack: [small").problems()).hasSize(1);
        assertThat(reading("").problems()).hasSize(1);
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        assertThat(reading(with("  end:\n", "  begin:\n"))).hasMessageContaining("begin stands here twice");
    }

    @Test
    void a_pack_stands_in_the_folder_of_its_name() {
        assertThat(reading(with("pack: small", "pack: large"))).hasMessageContaining("stands in the folder small");
    }

    @Test
    void a_paper_without_its_template_is_refused() {
        var text = SMALL + "papers:\n  letter: {title: Letter, kind: document, to: file, source: LAW s.5}\n";
        assertThat(reading(text)).hasMessageContaining("there is no template documents/letter.md");
    }

    @Test
    void quality_can_measure_nothing_but_what_the_platform_knows() {
        var text = SMALL + "quality:\n  - {name: arrests, text: Arrests, count: begin, weight: 1, source: LAW s.5}\n";
        assertThat(reading(text)).hasMessageContaining("nothing else can be measured");
    }

    @Test
    void a_citation_names_its_article() {
        assertThat(reading(with("source: LAW s.2", "source: LAW"))).hasMessageContaining("cited with its article");
    }

    @Test
    void words_stay_words_and_times_stay_times() throws Exception {
        var root = YamlValue.read("f", "a: no\nb: 10:20\nc: 1.10\n", new Problems())
                .members();
        assertThat(root.get("a").text()).isEqualTo("no");
        assertThat(root.get("b").text()).isEqualTo("10:20");
        assertThat(root.get("c").text()).isEqualTo("1.10");
    }
}
