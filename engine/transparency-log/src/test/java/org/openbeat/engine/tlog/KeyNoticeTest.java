package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.tlog.KeyNotice.Handover;
import org.openbeat.engine.tlog.KeyNotice.Retirement;

class KeyNoticeTest {

    private static final String ORIGIN = "log.example/ledger";
    private final SignerKey first = SignedNoteTest.key(ORIGIN, 1);
    private final SignerKey second = SignedNoteTest.key(ORIGIN, 2);
    private final SignerKey third = SignedNoteTest.key(ORIGIN, 3);
    private final LogKeys kept = LogKeys.of(List.of(first.verifierKey()));
    private final List<SignedNote> history = List.of(
            handover(100, first, second).sign(first, second),
            retirement(150, first).sign(second),
            handover(200, second, third).sign(second, third),
            retirement(250, second).sign(third));

    @Test
    void whoever_kept_the_first_key_is_led_to_the_last_each_with_its_sizes() throws UnverifiedException {
        var keys = kept.following(history);
        assertThat(keys.at(99)).containsExactly(first.verifierKey());
        assertThat(keys.at(100)).containsExactly(first.verifierKey(), second.verifierKey());
        assertThat(keys.at(151)).containsExactly(second.verifierKey());
        assertThat(keys.at(225)).containsExactly(second.verifierKey(), third.verifierKey());
        assertThat(keys.at(251)).containsExactly(third.verifierKey());
        assertThat(kept.at(251)).as("without the notices").containsExactly(first.verifierKey());
    }

    @Test
    void whoever_has_the_last_key_is_led_back_to_the_first_with_the_same_sizes() throws UnverifiedException {
        var keys = LogKeys.of(List.of(third.verifierKey())).following(history);
        assertThat(keys.ranges()).isEqualTo(kept.following(history).ranges());
        var middle = LogKeys.of(List.of(second.verifierKey())).following(history);
        assertThat(middle.ranges()).isEqualTo(keys.ranges());
    }

    @Test
    void notices_are_read_as_they_are_published() {
        var published = history.stream().map(SignedNote::format).collect(Collectors.joining());
        assertThat(KeyNotice.parseAll(published)).isEqualTo(history);
        assertThat(KeyNotice.parseAll("")).isEmpty();
        assertThatThrownBy(() -> KeyNotice.parseAll("nonsense")).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_hand_over_that_only_one_of_both_signed_is_refused() {
        for (SignerKey alone : List.of(first, second)) {
            assertThatThrownBy(() ->
                            kept.following(List.of(handover(100, first, second).sign(alone))))
                    .isInstanceOf(UnverifiedException.class);
        }
    }

    @Test
    void a_key_that_was_retired_hands_over_to_nobody_and_retires_nobody() throws UnverifiedException {
        var thief = List.of(
                history.get(0), history.get(1), handover(160, first, third).sign(first, third));
        assertThatThrownBy(() -> kept.following(thief)).isInstanceOf(UnverifiedException.class);
        var revenge =
                List.of(history.get(0), history.get(1), retirement(160, second).sign(first));
        assertThat(kept.following(revenge).at(170)).containsExactly(second.verifierKey());
    }

    @Test
    void notices_of_strangers_change_nothing() throws UnverifiedException {
        var stranger = SignedNoteTest.key("other.example", 4);
        var theirs = new Handover("other.example", 1, stranger.verifierKey(), third.verifierKey());
        assertThat(kept.following(List.of(theirs.sign(stranger, third))).ranges())
                .isEqualTo(kept.ranges());
        var otherName = new Handover(ORIGIN, 1, first.verifierKey(), stranger.verifierKey());
        assertThatThrownBy(() -> kept.following(List.of(otherName.sign(first, stranger))))
                .isInstanceOf(UnverifiedException.class);
    }

    @Test
    void nothing_that_is_spelled_otherwise_is_a_notice() {
        var text = handover(100, first, second).text();
        assertThat(KeyNotice.parse(text)).isEqualTo(handover(100, first, second));
        Stream.of("", text + "more\n", text.replace("100", "0100"), text.replace("v1", "v2"), text.strip())
                .forEach(bad ->
                        assertThatThrownBy(() -> KeyNotice.parse(bad)).as(bad).isInstanceOf(MalformedException.class));
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
    }

    private static Handover handover(long size, SignerKey from, SignerKey to) {
        return new Handover(ORIGIN, size, from.verifierKey(), to.verifierKey());
    }

    private static Retirement retirement(long size, SignerKey key) {
        return new Retirement(ORIGIN, size, key.verifierKey());
    }
}
