package org.openbeat.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] SECRET = "a secret of twenty b".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();

    private Seal seal() {
        var key = new byte[Seal.KEY_LENGTH];
        random.nextBytes(key);
        return new Seal(key, random);
    }

    @Test
    void what_is_sealed_opens_with_the_same_key_for_the_same_purpose_only() {
        var seal = seal();
        var sealed = seal.close(SECRET, "totp 1");
        assertThat(seal.open(sealed, "totp 1")).isEqualTo(SECRET);
        assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed, "totp 2"));
        assertThatIllegalStateException().isThrownBy(() -> seal().open(sealed, "totp 1"));
    }

    @Test
    void the_same_secret_looks_different_each_time_and_nothing_of_it_shows() {
        var seal = seal();
        var one = seal.close(SECRET, "x");
        assertThat(one).isNotEqualTo(seal.close(SECRET, "x"));
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void a_changed_bit_is_noticed() {
        var seal = seal();
        var sealed = seal.close(SECRET, "x");
        sealed[20] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> seal.open(sealed, "x"));
    }
}
