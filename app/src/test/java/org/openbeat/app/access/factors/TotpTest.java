package org.openbeat.app.access.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String DIGITS =
            "12345678901234567890123456789012345678901234567890123456789012345678901234567890";

    private static byte[] secret(int length) {
        return DIGITS.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    /** RFC 6238, appendix B, with the secrets of its erratum 2866: as long as the hash. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void the_vectors_of_rfc_6238_come_out(long seconds, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(seconds));
        assertThat(new Totp("HmacSHA1", 8).code(secret(20), step)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).code(secret(32), step)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8).code(secret(64), step)).isEqualTo(sha512);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "7, 162583", "9, 520489"})
    void the_vectors_of_rfc_4226_come_out(long counter, String code) {
        assertThat(Totp.USUAL.code(secret(20), counter)).isEqualTo(code);
    }

    @Test
    void the_step_before_and_the_step_after_are_right_too_and_no_other() {
        var now = Instant.ofEpochSecond(1_000_000_000);
        long step = Totp.step(now);
        for (long drift = -3; drift <= 3; drift++) {
            var match = Totp.USUAL.match(secret(20), Totp.USUAL.code(secret(20), step + drift), now);
            assertThat(match.isPresent()).as("drift %d", drift).isEqualTo(Math.abs(drift) <= 1);
        }
        assertThat(Totp.USUAL.match(secret(20), "", now)).isEmpty();
        assertThat(Totp.USUAL.match(secret(20), "not a code", now)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void the_vectors_of_rfc_4648_come_out_without_their_padding(String text, String encoded) {
        assertThat(SecretLetters.encode(text.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(encoded);
    }
}
