package org.openbeat.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeat.app.kernel.Refusal;

/**
 * Which passwords people may choose: long ones that no list of guesses begins with. No rule asks for signs or digits,
 * and none for a change after some time (NIST SP 800-63B, 3.1.1.2).
 */
final class PasswordRules {
    static final int SHORTEST = 12;
    /** Enough for any sentence; hashing more is work for nothing. */
    static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    static void require(String password, String userName, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal(Refusal.Kind.INVALID, "password-too-short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new Refusal(Refusal.Kind.INVALID, "password-too-long", LONGEST);
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain) || plain.contains(userName) || plain.contains(name.toLowerCase(Locale.ROOT))) {
            throw new Refusal(Refusal.Kind.INVALID, "password-easy");
        }
    }

    /** Known from lists, or a known one with digits and signs around it, or hardly any different characters. */
    private static boolean isCommon(String plain) {
        var core = plain.replaceAll("^[^\\p{IsLetter}]+|[^\\p{IsLetter}]+$", "");
        return plain.chars().distinct().count() < FEWEST_DIFFERENT
                || COMMON.contains(plain)
                || COMMON.contains(core)
                || isRun(plain);
    }

    /** Each character next to the one before, up or down: 123456789012, abcdefghijkl. */
    private static boolean isRun(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = Math.abs(text.charAt(i) - text.charAt(i - 1));
            steps += step == 1 || step == 9 || step == 0 ? 1 : 0;
        }
        return steps >= text.length() - 2;
    }

    private static Set<String> common() {
        try (var list = PasswordRules.class.getResourceAsStream("/access/common-passwords.txt")) {
            var text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
