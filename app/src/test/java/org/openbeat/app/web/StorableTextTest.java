package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.app.kernel.Refusal;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "街灯坏了", "pair 👮 whole", "\t\n", "\u0001"})
    void text_that_can_be_stored_passes(String text) {
        assertThat(StorableText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d", "x\ud83dx", "\udc6e\ud83d"})
    void the_null_character_and_half_a_pair_are_refused(String text) {
        assertThat(StorableText.is(text)).isFalse();
        assertThatThrownBy(() -> StorableText.require(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void escapes_in_json_are_undone_and_escaped_backslashes_are_not_escapes() {
        assertThat(StorableText.is(JsonBodies.unescaped("{\"a\":\"x\\u0000y\"}")))
                .isFalse();
        assertThat(StorableText.is(JsonBodies.unescaped("{\"a\":\"\\ud83d\"}"))).isFalse();
        assertThat(StorableText.is(JsonBodies.unescaped("{\"a\":\"\\ud83d\\udc6e\"}")))
                .isTrue();
        assertThat(StorableText.is(JsonBodies.unescaped("{\"a\":\"\\\\u0000\"}")))
                .isTrue();
        assertThat(StorableText.is(JsonBodies.unescaped("{\"a\":\"\\uzzzz\"}"))).isTrue();
    }
}
