package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.app.kernel.Refusal;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "password1234",
                "1234Password!!!",
                "123456789012",
                "abcdefghijkl",
                "aaaaaaaaaaaaaaaa",
                "qwertyuiop12",
                "made.up.person-1",
                "with Made Up in it"
            })
    void what_is_short_or_easy_to_guess_is_refused(String password) {
        assertThatThrownBy(() -> PasswordRules.require(password, "made.up.person", "Made Up"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lantern otter quilt", "七条小鱼游过了一座旧石桥", "x9-kelp-orbit-sand"})
    void a_few_words_of_ones_own_are_enough(String password) {
        assertThatCode(() -> PasswordRules.require(password, "made.up.person", "Made Up"))
                .doesNotThrowAnyException();
    }

    @org.junit.jupiter.api.Test
    void a_password_without_end_is_refused_before_it_costs_anything() {
        assertThatThrownBy(() -> PasswordRules.require("ab12cd34ef".repeat(30), "made.up", "Made Up"))
                .isInstanceOf(Refusal.class);
    }
}
