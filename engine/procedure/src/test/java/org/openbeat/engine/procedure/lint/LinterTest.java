package org.openbeat.engine.procedure.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.procedure.reading.PackFiles;
import org.openbeat.engine.procedure.reading.PackReader;
import org.openbeat.engine.procedure.reading.PackUnreadableException;

/** Each rule is shown a pack that breaks it and nothing else. */
class LinterTest {
    private static final String CLEAN = """
            pack: p
            title: P
            summary: A pack for tests.
            language: en
            zone: Europe/London
            version: {family: p, from: 2026-01-01, by: filing, source: LAW s.1}
            sources:
              LAW: {title: A law, read: whole, verified: yes}
              TALK: {title: Hearsay, read: not, verified: no}
            authorities:
              officer: {title: Officer, post: officer, investigates: yes}
              head: {title: Head, post: head}
              court: {title: Court, post: court}
            separate:
              - {between: [officer, court], source: LAW s.9}
            facts:
              person_heard: {type: yes-no, title: The person was heard}
              age: {type: number, title: Age}
            limits:
              adult: {value: 18, unit: years, title: Of age, source: LAW s.2}
            stages: {one: One}
            steps:
              hold:
                title: Hold
                stage: one
                by: officer
                states: age
                effect: liberty
                requires:
                  - {that: facts.age >= limits.adult, else: Too young., source: LAW s.2}
                source: LAW s.2
              longer:
                title: Longer
                stage: one
                by: officer
                approved-by: head
                after: hold
                states: person_heard
                effect: liberty
                extends: held.once
                source: LAW s.3
              release: {title: Release, stage: one, by: officer, after: hold, effect: release, closes: yes, source: LAW s.4}
              write: {title: Write, stage: one, by: officer, source: LAW s.5}
            clocks:
              held:
                title: Held
                liberty: yes
                starts: hold
                ends: release
                limit: {hours: 8}
                extended:
                  - {name: once, by: {hours: 8}, authority: head, source: LAW s.3}
                source: LAW s.2
              written: {title: Written, starts: hold, ends: write, limit: {days: 3}, source: LAW s.5}
            disclosures:
              - {name: told, text: Told, to: public, kind: outcome, after: write, redact: [names], source: LAW s.6}
            quality:
              - {name: kept, text: Kept, clock-kept: held, weight: 1, source: LAW s.7}
            conflicts:
              - name: two
                says:
                  - {source: LAW s.2, text: eight hours}
                  - {source: LAW s.8, text: nine hours}
                taken: Eight hours.
                protects: shorter-for-the-state
            """;

    private static void breaks(String rule, String was, String is) throws PackUnreadableException {
        assertThat(CLEAN).contains(was);
        var text = CLEAN.replace(was, is);
        var pack = PackReader.read(new PackFiles("p", Map.of("pack.yaml", text)));
        assertThat(Linter.lint(pack)).as(is).extracting(Finding::rule).contains(rule);
    }

    @Test
    void a_clean_pack_has_no_finding() throws Exception {
        assertThat(Linter.lint(PackReader.read(new PackFiles("p", Map.of("pack.yaml", CLEAN)))))
                .isEmpty();
    }

    @Test
    void a_step_that_nothing_leads_to_is_found() throws Exception {
        breaks("unreachable-step", "write: {title: Write,", "write: {after: write, title: Write,");
    }

    @Test
    void a_clock_that_nothing_ends_is_found() throws Exception {
        breaks("clock-without-end", "starts: hold, ends: write,", "starts: hold,");
        breaks("clock-without-start", "starts: hold, ends: write,", "ends: write,");
    }

    @Test
    void a_step_without_an_actor_or_a_source_is_found() throws Exception {
        breaks("step-without-actor", "stage: one, by: officer, source: LAW s.5", "stage: one, source: LAW s.5");
        breaks("step-without-source", "by: officer, source: LAW s.5", "by: officer");
    }

    @Test
    void a_requirement_without_an_article_is_found() throws Exception {
        breaks("requirement-without-source", "else: Too young., source: LAW s.2", "else: Too young.");
    }

    @Test
    void a_liberty_clock_that_can_roll_is_found() throws Exception {
        breaks("liberty-clock-rolls", "    liberty: yes\n", "    liberty: yes\n    rolls: yes\n");
        breaks("liberty-clock-rolls", "limit: {hours: 8}", "limit: {working-days: 1}");
        breaks("liberty-clock-rolls", "    liberty: yes\n", "    liberty: yes\n    expiry: overdue\n");
    }

    @Test
    void a_liberty_clock_that_nothing_releases_from_is_found() throws Exception {
        breaks("liberty-clock-without-release", "effect: release, closes", "closes");
    }

    @Test
    void a_release_that_asks_for_something_is_found() throws Exception {
        breaks("release-refused", "effect: release, closes", "effect: release, approved-by: head, closes");
        breaks("release-refused", "effect: release, closes", "effect: release, states: age, closes");
    }

    @Test
    void two_authorities_that_are_one_person_are_found() throws Exception {
        breaks("one-person-two-authorities", "post: court", "post: officer");
        breaks("one-person-two-authorities", "post: head", "post: officer");
    }

    @Test
    void a_fact_that_nobody_verified_and_that_starts_a_clock_is_found() throws Exception {
        breaks("unverified-clock", "limit: {days: 3}, source: LAW s.5", "limit: {days: 3}, source: TALK p. 1");
        breaks(
                "unverified-clock",
                "authority: head, source: LAW s.3",
                "authority: head, source: LAW s.3, verified: part");
        breaks("clock-without-source", "limit: {days: 3}, source: LAW s.5", "limit: {days: 3}");
    }

    @Test
    void a_disclosure_without_a_redaction_rule_is_found() throws Exception {
        breaks("disclosure-without-redaction", "redact: [names], ", "");
    }

    @Test
    void a_deferral_without_an_author_and_a_date_is_found() throws Exception {
        breaks(
                "deferral-without-review",
                "redact: [names], ",
                "redact: [names], defer: {reasons: [], by: head, review-days: 0}, ");
    }

    @Test
    void an_extension_by_whoever_investigates_is_found() throws Exception {
        breaks("extension-by-investigator", "authority: head", "authority: officer");
        breaks("extension-by-another", "approved-by: head", "approved-by: court");
        breaks("extension-unheard", "    states: person_heard\n", "    may-state: person_heard\n");
    }

    @Test
    void a_liberty_clock_that_starts_afresh_by_whoever_investigates_is_found() throws Exception {
        breaks("liberty-clock-restarts", "    states: age\n", "    states: age\n    repeats: yes\n");
    }

    @Test
    void a_shorter_limit_that_hangs_on_what_nobody_need_state_is_found() throws Exception {
        breaks(
                "shorter-limit-unasked",
                "limit: {hours: 8}",
                "limit: [{hours: 8}, {hours: 4, when: facts.person_heard}]");
    }

    @Test
    void a_score_that_counts_a_measure_against_people_is_found() throws Exception {
        breaks("quota", "clock-kept: held", "step-done: hold");
    }

    @Test
    void a_step_that_hangs_on_belief_or_assembly_is_found() throws Exception {
        breaks("forbidden-ground", "title: Age}", "title: Religion}");
        breaks("forbidden-ground", "title: Age}", "title: 参加集会}");
    }

    @Test
    void a_conflict_of_one_text_is_found() throws Exception {
        breaks("conflict-of-one", "      - {source: LAW s.8, text: nine hours}\n", "");
    }

    @Test
    void a_clock_in_working_days_without_a_calendar_is_found() throws Exception {
        breaks("clock-without-calendar", "limit: {days: 3}", "limit: {working-days: 3}");
    }

    @Test
    void what_nobody_uses_is_found() throws Exception {
        breaks("idle-limit", "that: facts.age >= limits.adult", "that: facts.age >= 18");
        breaks("idle-fact", "    states: age\n", "    states: person_heard\n");
    }
}
