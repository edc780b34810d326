package org.openbeat.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.openbeat.app.access.events.AccountId;
import org.springframework.stereotype.Component;

/** Counts wrong passwords and codes, each by what it was tried on and where from. */
@Component
class Attempts {
    private final SignInFailures failures;
    private final Sessions sessions;

    Attempts(SignInFailures failures, Sessions sessions) {
        this.failures = failures;
        this.sessions = sessions;
    }

    /** How long to wait before the next attempt; zero when there is none to wait. */
    Duration wait(String tried, String source, Instant now) {
        return failures.find(tried, source)
                .map(count -> SignInThrottle.wait(count, now))
                .orElse(Duration.ZERO);
    }

    void failed(String tried, String source, Instant now) {
        failures.add(tried, source, now);
    }

    void succeeded(String tried, String source, Instant now) {
        failures.clear(tried, source);
        failures.clearBefore(now.minus(SignInThrottle.MEMORY));
    }

    /** A browser that signed in to this account before is counted by itself, whoever else is at its address. */
    Optional<String> knownDevice(AccountId account, SignIn.Source source) {
        return Optional.ofNullable(source.device())
                .map(Secret::new)
                .filter(device -> sessions.knows(account, device))
                .map(device -> "device " + HexFormat.of().formatHex(device.hash()));
    }
}
