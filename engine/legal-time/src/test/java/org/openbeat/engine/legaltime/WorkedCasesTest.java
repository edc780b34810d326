package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked cases of the laws, each with its derivation; the page of them is written from what the engine says. */
class WorkedCasesTest {
    private static final Path PAGE = Path.of("../../docs/reference/clock-cases.md");

    private static final String HEAD = """
            # Worked cases of legal clocks

            Written by `WorkedCasesTest` of `engine/legal-time` from what the engine says; each case is a test. A case
            with a note is a judgement call: the text leaves a choice, and the note says why it is read so.
            """;

    @TestFactory
    Stream<DynamicTest> each_case_comes_out_as_worked_by_hand() {
        return all().map(worked -> DynamicTest.dynamicTest(
                worked.id() + ": " + worked.clock(), () -> worked.work().run()));
    }

    @Test
    void no_case_is_missing() {
        var numbers = IntStream.rangeClosed(1, 55).mapToObj(number -> String.format(Locale.ROOT, "T%02d", number));
        assertThat(all().map(WorkedCase::id)).containsExactlyElementsOf(numbers.toList());
    }

    @Test
    void the_page_of_cases_is_what_the_engine_says() throws IOException {
        var page = new StringBuilder(HEAD);
        all().forEach(worked -> describe(page, worked));
        var before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        Files.writeString(PAGE, page);
        assertThat(page.toString()).as("commit the rewritten " + PAGE).isEqualTo(before);
    }

    private static void describe(StringBuilder page, WorkedCase worked) {
        page.append("\n## ").append(worked.id()).append(": ").append(worked.clock());
        page.append("\n\nExpected: ").append(worked.expected());
        page.append(". Source: ").append(worked.source()).append(".\n");
        if (!worked.note().isEmpty()) {
            page.append("\n> ").append(worked.note()).append('\n');
        }
        for (var deadline : worked.work().run()) {
            page.append("\n`").append(deadline.rule()).append("`\n\n");
            Explanation.in(Locale.ENGLISH)
                    .of(deadline.derivation())
                    .forEach(line -> page.append("- ").append(line).append('\n'));
        }
    }

    private static Stream<WorkedCase> all() {
        return Stream.of(
                        ChinaAdministrativeCases.all(),
                        ChinaCriminalCases.all(),
                        EnglandCases.all(),
                        CaliforniaCases.all(),
                        AnywhereCases.all())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(WorkedCase::id));
    }
}
