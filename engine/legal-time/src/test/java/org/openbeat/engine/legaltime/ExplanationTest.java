package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.cn;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.calendar.DayKind;
import org.openbeat.engine.legaltime.fact.Act;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.rule.Choice;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

class ExplanationTest {
    private static final ClockRule RECUSAL = ClockRule.of(
            "cn.adm.recusal",
            "request",
            Reading.after(Term.calendarDays(2), Source.read("ADMPROC", "art 21"))
                    .rolling());

    @Test
    void a_derivation_is_told_in_chinese() {
        var deadline = CHINA.reckon(RECUSAL, ClockFacts.startedBy("request", cn("2026-04-03")), Instant.EPOCH)
                .deadline();
        assertThat(Explanation.in(Locale.SIMPLIFIED_CHINESE)
                        .naming(id -> Map.of("request", "收到申请").getOrDefault(id.toString(), id.toString()))
                        .of(deadline.derivation()))
                .containsExactly(
                        "自收到申请起算：2026年4月3日 12:00（CST）。",
                        "期限2日，开始之日不计算在内（ADMPROC art 21）。",
                        "2026年4月5日（周日）不计：节假日清明节（国办发明电〔2025〕7号）。",
                        "2026年4月6日（周一）不计：节假日清明节（国办发明电〔2025〕7号）。",
                        "2026年4月5日（周日）不是工作日，顺延至2026年4月7日（周二）。",
                        "期限届满：2026年4月7日（周二）24时。");
    }

    @Test
    void what_has_not_started_and_what_was_late_is_told_too() {
        var english = Explanation.in(Locale.ENGLISH);
        var missing = (NotStarted) CHINA.reckon(RECUSAL, ClockFacts.NONE, Instant.EPOCH);
        assertThat(english.of(missing)).isEqualTo("It has not started: it starts with request (ADMPROC art 21).");
        var deadline = CHINA.reckon(RECUSAL, ClockFacts.startedBy("request", cn("2026-04-03")), Instant.EPOCH)
                .deadline();
        var late = deadline.judge(Act.done(cn("2026-04-08 01:30")));
        assertThat(english.of(late, deadline.zone()))
                .isEqualTo("Late by 1 hour 30 minutes: Wed 8 Apr 2026, 01:30 CST.");
        assertThat(Explanation.in(Locale.SIMPLIFIED_CHINESE).of(late, deadline.zone()))
                .isEqualTo("逾期1小时30分钟：2026年4月8日 01:30（CST）。");
    }

    @Test
    void a_language_without_words_is_answered_in_english() {
        var deadline = CHINA.reckon(RECUSAL, ClockFacts.startedBy("request", cn("2026-04-03")), Instant.EPOCH)
                .deadline();
        assertThat(Explanation.in(Locale.GERMANY).of(deadline.derivation()))
                .anyMatch(line -> line.contains("is a day off, so it ends on"));
    }

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(keys(Locale.SIMPLIFIED_CHINESE)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void every_reason_and_kind_has_its_sentence() {
        var keys = keys(Locale.ENGLISH);
        for (var why : VoidReason.values()) {
            assertThat(keys).contains("extension-void." + word(why));
        }
        for (var kind : DayKind.values()) {
            assertThat(keys).contains("day-off." + word(kind));
            assertThat(kind.isWorking() || keys.contains("not-rolled." + word(kind)))
                    .as(kind.toString())
                    .isTrue();
        }
        assertThat(Arrays.stream(Choice.values()).map(choice -> "chosen." + word(choice)))
                .allMatch(keys::contains);
        assertThat(Set.of("suspension-refused.not-listed", "suspension-refused.unverified"))
                .isSubsetOf(keys);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "org.openbeat.engine.legaltime.words",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }
}
