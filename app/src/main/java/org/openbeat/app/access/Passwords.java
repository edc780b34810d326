package org.openbeat.app.access;

import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane, as OWASP's cheat sheet advises. */
@Component
class Passwords {
    private final PasswordEncoder encoder;
    private final String nobody;

    Passwords(AccessSettings settings) {
        encoder = new Argon2PasswordEncoder(16, 32, 1, settings.passwordMemory(), 2);
        nobody = "$argon2id$v=19$m=%d,t=2,p=1$b3BlbmJlYXQtbm9ib2R5IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                .formatted(settings.passwordMemory());
    }

    /**
     * A hash that no password fits, made with the same parameters, so that trying a user name that nobody has takes as
     * long as trying one that somebody has.
     */
    String nobody() {
        return nobody;
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean fits(String password, String hash) {
        return password.length() <= PasswordRules.LONGEST && encoder.matches(password, hash);
    }
}
