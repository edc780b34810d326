package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** The example of the README. */
class ExampleTest {

    @Test
    void the_example_of_the_readme_runs() {
        // README: begin
        var notice = Source.read("APL21", "arts 64, 85");
        var rule = ClockRule.of("hearing.request", "notice", Reading.after(Term.workingDays(5), notice))
                .suspendedBy(Ground.of("flood", Ground.Days.FIRST_AND_LAST, Source.read("an order", "art 1")));
        var china = new Reckoner(Jurisdiction.CHINA, ShippedCalendars.china());

        var received = Instant.parse("2026-09-29T02:00:00Z");
        var deadline = china.reckon(rule, ClockFacts.startedBy("notice", received), received)
                .deadline();
        var day = deadline.lastDay();
        var late = deadline.hasRunOut(Instant.parse("2026-10-12T15:59:59Z"));
        var why = Explanation.in(Locale.ENGLISH).of(deadline.derivation());
        // README: end
        assertThat(day).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(late).isFalse();
        assertThat(why).hasSize(12).last().isEqualTo("It ends: Mon 12 Oct 2026 at 24:00.");
    }

    /** The statements up to the answer are those of the README, word for word. */
    @Test
    void the_readme_shows_what_runs() throws IOException {
        var readme = words(Files.readString(Path.of("README.md")));
        var here = Files.readString(Path.of("src/test/java/org/openbeat/engine/legaltime/ExampleTest.java"));
        var example = here.substring(here.indexOf("// README: begin") + 16, here.indexOf("var day ="));
        assertThat(readme).contains(words(example));
    }

    private static String words(String text) {
        return text.chars()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
