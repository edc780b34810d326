package org.openbeat.app.access.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.RecoveryCodeUsed;
import org.openbeat.app.access.events.RecoveryCodesMade;
import org.openbeat.app.access.events.SecondFactorAdded;
import org.openbeat.app.access.events.SecondFactorRemoved;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Seal;
import org.openbeat.app.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Authenticator apps and the recovery codes for when one is lost. Every act is the account holder's own. */
@Service
public class SecondFactors {
    private static final int SECRET_LENGTH = 20; // As long as the hash (RFC 4226, 4, R6).
    private static final int RECOVERY_CODES = 10;
    /** 99 bits: nobody guesses that, so a plain hash is enough and no throttle can keep its owner out. */
    private static final int RECOVERY_LENGTH = 20;

    private final Factors factors;
    private final Seal seal;
    private final OpenbeatSettings installation;
    private final Identifiers identifiers;
    private final SecureRandom random;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactors(
            Factors factors,
            Seal seal,
            OpenbeatSettings installation,
            Identifiers identifiers,
            SecureRandom random,
            ApplicationEventPublisher events,
            Clock clock) {
        this.factors = factors;
        this.seal = seal;
        this.installation = installation;
        this.identifiers = identifiers;
        this.random = random;
        this.events = events;
        this.clock = clock;
    }

    /** What the account has beside its password. */
    public Set<Factor> of(AccountId account) {
        return factors.of(account);
    }

    public int recoveryCodesLeft(AccountId account) {
        return factors.recoveryCodesLeft(account);
    }

    /** Makes a new secret for an app. Whatever is in force stays so until a code of the new one is entered. */
    @Transactional
    public void offerApp(AccountId account) {
        var secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        factors.offer(account, seal.close(secret, purpose(account)));
    }

    /** The secret that waits for its first code. */
    public Optional<AppEnrolment> offered(AccountId account, String userName) {
        return factors.offeredSecret(account)
                .map(closed -> seal.open(closed, purpose(account)))
                .map(secret -> AppEnrolment.of(secret, installation.organisation(), userName));
    }

    /**
     * Puts the app in force with its first code.
     *
     * @return new recovery codes, which nobody can show again
     * @throws Refusal {@code code-wrong}
     */
    @Transactional
    public List<String> acceptApp(Actor actor, String code) {
        var account = AccountId.of(actor.id());
        var now = now();
        var step = factors.offeredSecret(account)
                .map(closed -> seal.open(closed, purpose(account)))
                .map(secret -> Totp.USUAL.match(secret, digits(code), now));
        if (step.isEmpty() || step.get().isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "code-wrong");
        }
        factors.accept(account, now);
        factors.use(account, step.get().getAsLong());
        events.publishEvent(new SecondFactorAdded(account, "app", actor, now));
        return newRecoveryCodes(actor);
    }

    /** Replaces all recovery codes. */
    @Transactional
    public List<String> newRecoveryCodes(Actor actor) {
        var account = AccountId.of(actor.id());
        var codes = Stream.generate(() -> identifiers.secret(RECOVERY_LENGTH))
                .limit(RECOVERY_CODES)
                .toList();
        factors.setRecoveryCodes(account, codes.stream().map(Sha256::of).toList());
        events.publishEvent(new RecoveryCodesMade(account, actor, now()));
        return codes.stream().map(code -> code.replaceAll("(.{5})(?=.)", "$1-")).toList();
    }

    /** Removes the app and, since they stand in for it, the recovery codes. */
    @Transactional
    public void removeApp(AccountId account, Actor actor) {
        if (factors.of(account).contains(Factor.APP)) {
            factors.removeApp(account);
            factors.setRecoveryCodes(account, List.of());
            events.publishEvent(new SecondFactorRemoved(account, "app", actor, now()));
        }
    }

    /** Whether this is a code that the app shows now and nobody has used (RFC 6238, 5.2); it is used from now on. */
    @Transactional
    public boolean acceptsCode(AccountId account, String code) {
        var now = now();
        return factors.appSecret(account)
                .map(closed -> seal.open(closed, purpose(account)))
                .map(secret -> Totp.USUAL.match(secret, digits(code), now))
                .map(step -> step.isPresent() && factors.use(account, step.getAsLong()))
                .orElse(false);
    }

    /** Whether this is a recovery code of the actor that nobody has used; it is used from now on. */
    @Transactional
    public boolean acceptsRecoveryCode(Actor actor, String code) {
        var account = AccountId.of(actor.id());
        var now = now();
        var typed = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (!factors.useRecoveryCode(account, Sha256.of(typed), now)) {
            return false;
        }
        events.publishEvent(new RecoveryCodeUsed(account, actor, now));
        return true;
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String purpose(AccountId account) {
        return "totp " + account;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
