package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.openbeat.app.access.passkeys.Passkeys;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs in by passkey. Its owner showed the device and a finger, face or PIN to it: that is both factors. */
@Service
public class PasskeySignIn {
    static final String MEANS = "passkey";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Clock clock;

    PasskeySignIn(Passkeys passkeys, Accounts accounts, Entrance entrance, Clock clock) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.entrance = entrance;
        this.clock = clock;
    }

    /** @throws Refusal {@code passkey-refused} */
    @Transactional
    public SignIn.Outcome.In attempt(String step, String credential, SignIn.Source source) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var owner = passkeys.verify(step, credential);
        var member =
                accounts.find(owner.userName()).orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "passkey-refused"));
        return entrance.admit(member, source, new Session.Proof(now, MEANS, true));
    }
}
