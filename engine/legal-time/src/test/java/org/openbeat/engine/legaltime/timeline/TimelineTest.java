package org.openbeat.engine.legaltime.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.Deadline;
import org.openbeat.engine.legaltime.Explanation;
import org.openbeat.engine.legaltime.Jurisdiction;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Official;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.Authority;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

class TimelineTest {
    private static final Source SOURCE = Source.read("a law", "art <5> & 6");
    private static final Instant START = Instant.parse("2026-01-05T04:00:00Z");

    private static Deadline deadline() {
        var head = new Authority("head");
        var rule = ClockRule.of(
                        "case",
                        "filing",
                        Reading.after(Term.calendarDays(30), SOURCE).rolling())
                .suspendedBy(Ground.of("expert", Ground.Days.AFTER_THE_FIRST, SOURCE))
                .extendedBy(ExtensionRule.adding("30 days more", head, Term.calendarDays(30), SOURCE));
        var facts = ClockFacts.startedBy("filing", START)
                .with(Suspension.of("expert", START.plus(Duration.ofDays(10)), START.plus(Duration.ofDays(20))))
                .with(Extension.granted(
                        rule.id(),
                        "30 days more",
                        new Official("a person", head),
                        START.plus(Duration.ofDays(25)),
                        "reasons"));
        return new Reckoner(Jurisdiction.CHINA, ShippedCalendars.china())
                .reckon(rule, facts, START)
                .deadline();
    }

    @Test
    void the_picture_is_well_formed_and_asks_for_no_script_and_no_style() throws Exception {
        var svg = Timeline.svg(deadline(), Explanation.in(Locale.ENGLISH));
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(svg).doesNotContain("style=", "<style", "<script", "href", "onload");
    }

    @Test
    void whoever_cannot_see_it_is_told_the_whole_explanation() {
        var svg = Timeline.svg(deadline(), Explanation.in(Locale.ENGLISH));
        assertThat(svg)
                .contains("<desc", "it stood still: expert (a law art &lt;5&gt; &amp; 6)")
                .contains("30 days more, head: to Mon 16 Mar 2026 at 24:00");
    }

    @Test
    void it_speaks_chinese() {
        assertThat(Timeline.svg(deadline(), Explanation.in(Locale.SIMPLIFIED_CHINESE)))
                .contains("中止", "计算", "1月12日");
    }

    @Test
    void hours_days_weeks_and_months_have_ticks_that_can_be_read() {
        for (int hours : new int[] {8, 36, 96, 24 * 20, 24 * 90, 24 * 400, 24 * 3000}) {
            var scale = new Scale(START, START.plus(Duration.ofHours(hours)), Jurisdiction.CHINA.zone(), 0, 680);
            assertThat(scale.ticks()).as(hours + " h").hasSizeBetween(2, 15).isSorted();
        }
    }
}
