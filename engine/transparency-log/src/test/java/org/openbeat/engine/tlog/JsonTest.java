package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    /** Bit patterns and spellings of RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void numbers_are_written_as_the_specification_shows(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(JsonWriter.numeral(value)).isEqualTo(expected);
    }

    @Test
    void every_number_is_read_back() {
        var random = new Random(20261125);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(JsonWriter.numeral(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void names_are_sorted_by_code_unit_and_only_the_needful_is_escaped() {
        var json = Json.of(Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "ö", 7));
        assertThat(json.canonicalText())
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
        assertThat(Json.of(List.of("\u0000\u001f\b\f\n\r\t\"\\/\u007f中")).canonicalText())
                .isEqualTo("[\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\/\u007f中\"]");
    }

    @Test
    void values_of_java_become_json() {
        assertThat(Json.of(Map.of("a", List.of(true, false), "b", Map.of(), "c", List.of(), "d", 1.5))
                        .canonicalText())
                .isEqualTo("{\"a\":[true,false],\"b\":{},\"c\":[],\"d\":1.5}");
        assertThat(Json.of(null).canonicalText()).isEqualTo("null");
        assertThatThrownBy(() -> Json.of((1L << 53) + 1)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Json.of("\ud83d").canonical()).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[]", "{}", "-1.5", "\"中\\n\"", "{\"a\":[1,{\"b\":null}],\"c\":\"\"}"})
    void canonical_text_is_read_and_written_the_same(String text) {
        assertThat(Json.parseCanonical(text).canonicalText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " null",
                "null ",
                "[1, 2]",
                "[1,]",
                "[,1]",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "01",
                "1.0",
                "1e2",
                "-0",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\x\"",
                "\"",
                "\"\n\"",
                "nul",
                "[",
                "{\"a\"}",
                "{a:1}",
                "[1]]",
                "\"\\ud83d\"",
                "1e999",
                "+1",
                ".5",
                "{,}",
                "{\"a\":1,}",
                "9007199254740993"
            })
    void other_spellings_are_refused(String text) {
        assertThatThrownBy(() -> Json.parseCanonical(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void deep_nesting_is_refused_before_the_stack_ends() {
        assertThatThrownBy(() -> Json.parseCanonical("[".repeat(1_000_000))).isInstanceOf(MalformedException.class);
    }
}
