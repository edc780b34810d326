package org.openbeat.engine.procedure.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are those of the CEL specification (operators, macros, well-known types). */
class CelTest {
    private static final CelEnvironment<Map<String, Object>> ENVIRONMENT = environment();

    private static CelEnvironment<Map<String, Object>> environment() {
        return new CelEnvironment<Map<String, Object>>()
                .attribute("facts.yes", CelType.BOOL, facts -> facts.get("yes"))
                .attribute("facts.no", CelType.BOOL, facts -> facts.get("no"))
                .attribute("facts.unknown", CelType.BOOL, facts -> facts.get("unknown"))
                .attribute("facts.age", CelType.INT, facts -> facts.get("age"))
                .attribute("facts.kind", CelType.STRING, facts -> facts.get("kind"))
                .attribute("facts.things", CelType.STRINGS, facts -> facts.get("things"))
                .attribute("now", CelType.TIMESTAMP, facts -> facts.get("now"))
                .function("done", CelType.BOOL, name -> name.equals("step") ? facts -> true : null);
    }

    private static final Map<String, Object> FACTS = Map.of(
            "yes",
            true,
            "no",
            false,
            "age",
            17L,
            "kind",
            "fine",
            "things",
            List.of("knife", "phone"),
            "now",
            Instant.parse("2026-01-01T00:00:00Z"));

    private static Object value(String text) throws CelSyntaxException {
        return ENVIRONMENT.compile(text).evaluate(FACTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "true~true",
                "!facts.no && facts.yes~true",
                "facts.no || facts.yes~true",
                "facts.age < 18~true",
                "facts.age >= 17 && facts.age <= 17~true",
                "facts.age + 1 == 18~true",
                "facts.age - 20 == -3~true",
                "facts.age * 2 == 34~true",
                "-7 / 2 == -3~true",
                "-7 % 3 == -1~true",
                "1 + 2 * 3 == 7~true",
                "(1 + 2) * 3 == 9~true",
                "1.5 + 1.5 == 3.0~true",
                "facts.kind == 'fine'~true",
                "facts.kind + 's' == \"fines\"~true",
                "facts.kind in ['warning', 'fine']~true",
                "facts.age in [1, 2, 3]~false",
                "'knife' in facts.things~true",
                "size(facts.things) == 2 && size('身份') == 2~true",
                "facts.age < 18 ? facts.yes : facts.no~true",
                "facts.no ? facts.unknown : facts.yes~true",
                "has(facts.age) && !has(facts.unknown)~true",
                "now >= timestamp('2026-01-01T00:00:00Z')~true",
                "now - timestamp('2025-12-31T00:00:00Z') == duration('24h')~true",
                "now + duration('1h30m') > now~true",
                "duration('90m') == duration('1h30m')~true",
                "done('step')~true",
                "'a' < 'b'~true",
                "true != false~true"
            })
    void an_expression_means_what_it_means_in_cel(String text, boolean expected) throws Exception {
        assertThat(value(text)).isEqualTo(expected);
    }

    @Test
    void the_side_that_decides_absorbs_an_error_of_the_other_whichever_comes_first() throws Exception {
        assertThat(value("facts.unknown || facts.yes")).isEqualTo(true);
        assertThat(value("facts.yes || facts.unknown")).isEqualTo(true);
        assertThat(value("facts.unknown && facts.no")).isEqualTo(false);
        assertThat(value("facts.no && facts.unknown")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "facts.unknown",
                "!facts.unknown",
                "facts.unknown && facts.yes",
                "facts.unknown || facts.no",
                "facts.age / 0 == 1",
                "9223372036854775807 + facts.age > 0",
                "facts.unknown ? true : true"
            })
    void what_cannot_be_told_is_an_error_and_does_not_hold(String text) throws Exception {
        var program = ENVIRONMENT.compile(text);
        assertThat(program.evaluate(FACTS)).isInstanceOf(CelError.class);
        assertThat(program.holds(FACTS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "facts.agee > 1~0",
                "facts.age > 'x'~10",
                "facts.age~0",
                "facts.yes &&~12",
                "facts.yes facts.no~10",
                "done('other')~5",
                "undone('step')~0",
                "facts.kind == 'open~14",
                "[1, 'a'] == [1]~4",
                "facts.yes ? 1 : 2~0",
                "size(facts.age) == 1~0",
                "duration('a day') == duration('1h')~0",
                "facts.yes == #~13",
                "1 == 99999999999999999999~5"
            })
    void what_is_wrong_is_told_with_its_place(String text, int offset) {
        var thrown = catchThrowableOfType(CelSyntaxException.class, () -> ENVIRONMENT.compile(text));
        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.offset()).as(thrown.getMessage()).isEqualTo(offset);
    }
}
