package org.openbeat.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.CalendarTable;
import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.QualityItem;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.Verified;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** What the platform promises whatever a pack says, tried on every pack that is shipped. */
class InvariantsTest {
    static List<String> packs() {
        return Packs.names();
    }

    private static List<ClockRule> libertyClocks(Pack pack) {
        return pack.clocks().values().stream().filter(ClockRule::liberty).toList();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I1_no_holiday_lengthens_a_limit_of_liberty(String name) {
        var pack = Packs.get(name);
        var rules = List.copyOf(pack.clocks().values());
        var plain = new LegalTimeDeadlines(pack);
        var always = new LegalTimeDeadlines(restingForYears(pack));
        var random = new Random(9);
        for (var clock : libertyClocks(pack)) {
            for (var i = 0; i < 200; i++) {
                var start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(360 * 86_400));
                var run = new Deadlines.Run(0, clock.limits().get(0).span(), start, List.of(), List.of());
                var index = rules.indexOf(clock);
                assertThat(always.of(index, run))
                        .as(clock.id() + " from " + start)
                        .isEqualTo(plain.of(index, run));
            }
        }
    }

    /** The pack in a place where nobody works for three years but on one day a year. */
    private static Pack restingForYears(Pack pack) {
        var off = new TreeMap<LocalDate, String>();
        LocalDate.of(2026, 1, 2).datesUntil(LocalDate.of(2027, 1, 1)).forEach(day -> off.put(day, "a long feast"));
        var calendars = new HashMap<String, CalendarTable>();
        pack.calendars()
                .forEach((key, table) -> calendars.put(
                        key,
                        new CalendarTable(
                                key,
                                EnumSet.of(DayOfWeek.SUNDAY),
                                off,
                                new TreeSet<>(),
                                java.util.Set.of(2026),
                                table.basis())));
        return new Pack(
                pack.id(),
                pack.title(),
                pack.summary(),
                pack.language(),
                pack.zone(),
                pack.version(),
                pack.sources(),
                pack.authorities(),
                pack.separations(),
                pack.facts(),
                pack.amounts(),
                pack.stages(),
                pack.steps(),
                pack.clocks(),
                pack.papers(),
                pack.disclosures(),
                pack.quality(),
                pack.conflicts(),
                calendars,
                pack.leftOut(),
                pack.mark());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I2_an_expired_limit_of_liberty_locks_every_step_but_release_and_the_court(String name) {
        var pack = Packs.get(name);
        var procedure = Procedure.of(pack);
        for (var clock : libertyClocks(pack)) {
            var state = expired(procedure, clock);
            assertThat(state.releaseNow(at("2026-06-02T00:00:00Z"))).contains(clock.id());
            for (var option : procedure.options(state, at("2026-06-02T00:00:00Z"))) {
                var effect = option.step().effect();
                var frees = effect == Effect.RELEASE || effect == Effect.JUDGE;
                var locked = option.refusal() != null && option.refusal().kind() == Refusal.Kind.LOCKED;
                assertThat(locked)
                        .as(clock.id() + " locks " + option.step().id())
                        .isNotEqualTo(frees);
            }
            assertThat(clock.ends().stream().map(pack.steps()::get).map(Step::effect))
                    .as("a step that ends " + clock.id() + " whatever is locked")
                    .containsAnyOf(Effect.RELEASE, Effect.JUDGE);
        }
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static CaseState expired(Procedure procedure, ClockRule clock) {
        var fold = CaseFold.empty(procedure);
        fold.apply(new CaseEvent.ClockStarted(
                clock.id(),
                at("2026-06-01T00:00:00Z"),
                0,
                clock.limits().get(0).span(),
                new Deadline(at("2026-06-01T12:00:00Z"), true)));
        return fold.state();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I3_a_limit_of_liberty_is_extended_in_time_by_somebody_who_does_not_investigate(String name) {
        var pack = Packs.get(name);
        for (var clock : libertyClocks(pack)) {
            for (var extension : clock.extensions()) {
                var by = pack.authorities().get(extension.by());
                assertThat(by).isNotNull();
                assertThat(by.investigates())
                        .as(clock.id() + "." + extension.name())
                        .isFalse();
                for (var step : granting(pack, clock, extension.name())) {
                    assertThat(step.asks()).as(step.id().value()).contains(Extending.HEARD);
                    refusedWhenLate(Procedure.of(pack), clock, step);
                }
            }
        }
    }

    private static List<Step> granting(Pack pack, ClockRule clock, String extension) {
        return pack.steps().values().stream()
                .filter(step -> step.extensions().contains(new Step.ExtensionRef(clock.id(), extension)))
                .toList();
    }

    private static void refusedWhenLate(Procedure procedure, ClockRule clock, Step step) {
        var late = at("2026-06-02T00:00:00Z");
        var command = new Command.TakeStep(
                step.id(), new PersonId("one"), step.actors().get(0), late, late, Map.of(), null);
        assertThat(procedure.decide(expired(procedure, clock), command))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.LOCKED));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I4_texts_that_disagree_are_both_named_with_the_reading_that_protects(String name) {
        assertThat(Packs.get(name).conflicts()).allSatisfy(conflict -> {
            assertThat(conflict.says()).hasSizeGreaterThan(1);
            assertThat(conflict.taken().english()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I5_what_is_done_late_is_recorded_as_a_breach(String name) {
        var pack = Packs.get(name);
        var procedure = Procedure.of(pack);
        for (var clock : libertyClocks(pack)) {
            var release = clock.ends().stream()
                    .map(pack.steps()::get)
                    .filter(step -> step.effect() == Effect.RELEASE)
                    .findFirst();
            release.ifPresent(step -> {
                var fold = CaseFold.of(procedure, expired(procedure, clock));
                step.order().any().stream().limit(1).forEach(before -> fold.counts[procedure.index(before)]++);
                assertThat(procedure.decide(
                                fold.state(), now(step.id(), step.actors().get(0))))
                        .isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
                            assertThat(accepted.events()).anyMatch(CaseEvent.BreachRecorded.class::isInstance);
                            assertThat(accepted.state().clock(clock.id()).late())
                                    .isTrue();
                        });
            });
        }
    }

    private static Command.TakeStep now(StepId step, AuthorityId as) {
        var at = at("2026-06-02T00:00:00Z");
        return new Command.TakeStep(step, new PersonId("one"), as, at, at, Map.of(), null);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I6_quality_counts_nothing_that_is_done_to_people(String name) {
        var pack = Packs.get(name);
        assertThat(pack.quality()).isNotEmpty().allSatisfy(item -> {
            if (item.measures() == QualityItem.Measure.STEP_DONE) {
                assertThat(pack.steps().get(new StepId(item.of())).effect()).isEqualTo(Effect.NONE);
            }
        });
        assertThat(pack.quality()).anyMatch(item -> item.measures() == QualityItem.Measure.SATISFACTION);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I7_no_fact_is_of_opinion_belief_origin_assembly_or_journalism(String name) {
        assertThat(Packs.get(name).facts().values())
                .noneMatch(fact -> (fact.name() + fact.title().texts())
                        .matches("(?is).*(religio|ethnic|politic|belief|assembl|journalis|宗教|民族|政治|信仰|集会|记者).*"));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I8_a_disclosure_is_put_off_with_a_reason_an_author_and_a_date_or_not_at_all(String name) {
        assertThat(Packs.get(name).disclosures()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.redact()).isNotEmpty();
            assertThat(item.reasonsToDefer().isEmpty()).isEqualTo(item.deferredBy() == null);
            assertThat(item.reviewDays() > 0).isEqualTo(item.deferredBy() != null);
        });
    }

    @ParameterizedTest
    @MethodSource("packs")
    void I9_every_step_and_clock_names_its_article_and_no_clock_rests_on_what_nobody_read(String name) {
        var pack = Packs.get(name);
        assertThat(pack.steps().values())
                .allSatisfy(step -> assertThat(step.basis().citations()).isNotEmpty());
        assertThat(pack.clocks().values()).allSatisfy(clock -> {
            assertThat(clock.basis().verified()).isEqualTo(Verified.YES);
            assertThat(clock.limits()).allMatch(limit -> limit.basis().verified() == Verified.YES);
            assertThat(clock.extensions()).allMatch(item -> item.basis().verified() == Verified.YES);
            assertThat(clock.suspensions()).allMatch(item -> item.basis().verified() == Verified.YES);
        });
    }
}
