package org.openbeat.app.access.passkeys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.SecondFactorAdded;
import org.openbeat.app.access.events.SecondFactorRemoved;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.access.steps.PendingSteps;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Adds, checks and removes passkeys. A challenge is used once, whatever comes of it. */
@Service
public class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int CHALLENGE_LENGTH = 32;
    private static final int LONGEST_NAME = 60;

    private final PasskeyOwners owners;
    private final JdbcPasskeys store;
    private final RelyingParty party;
    private final WebAuthnRelyingPartyOperations operations;
    private final PendingSteps steps;
    private final SecureRandom random;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            PasskeyOwners owners,
            PasskeyUsers users,
            JdbcPasskeys store,
            RelyingParty party,
            PendingSteps steps,
            SecureRandom random,
            ApplicationEventPublisher events,
            Clock clock) {
        this.owners = owners;
        this.store = store;
        this.party = party;
        this.operations = new Webauthn4JRelyingPartyOperations(users, store, party.entity(), party.origins());
        this.steps = steps;
        this.random = random;
        this.events = events;
        this.clock = clock;
    }

    public List<Passkey> of(AccountId account) {
        return store.of(account);
    }

    /** The domain that passkeys are made for: a page elsewhere can't use them. */
    public String domain() {
        return party.id();
    }

    /** Begins to add a passkey to one's own account. */
    @Transactional
    public Ceremony beginEnrolment(Actor actor) {
        var owner = owner(actor);
        var challenge = challenge();
        var step = new PendingStep(owner.account(), challenge.toBase64UrlString());
        var options = party.creation(owner, known(owner), challenge);
        return new Ceremony(steps.begin(Kind.PASSKEY_ENROLMENT, step), json.writeValueAsString(options));
    }

    /**
     * Adds the passkey.
     *
     * @param credential what the authenticator made, as JSON
     * @param name how its owner calls it
     * @throws Refusal {@code passkey-refused}
     */
    @Transactional
    public void enrol(Actor actor, String step, String credential, String name) {
        var owner = owner(actor);
        var challenge = steps.take(Kind.PASSKEY_ENROLMENT, step)
                .filter(begun -> owner.account().equals(begun.account()))
                .map(begun -> Bytes.fromBase64(begun.state()))
                .orElseThrow(Passkeys::refused);
        var options = party.creation(owner, known(owner), challenge);
        answered(() -> {
            var key = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var named = new RelyingPartyPublicKey(key, called(name));
            return operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, named));
        });
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        events.publishEvent(new SecondFactorAdded(owner.account(), "passkey", actor, now));
    }

    /** Begins to sign in, or to confirm who is there. */
    public Ceremony beginSignIn() {
        var challenge = challenge();
        var step = new PendingStep(null, challenge.toBase64UrlString());
        return new Ceremony(steps.begin(Kind.PASSKEY_SIGN_IN, step), json.writeValueAsString(party.request(challenge)));
    }

    /**
     * Whose passkey answered. Called within the transaction of what it is good for, so that its count and the act stand
     * or fall together.
     *
     * @param credential what the authenticator signed, as JSON
     * @throws Refusal {@code passkey-refused}
     */
    @Transactional
    public PasskeyOwner verify(String step, String credential) {
        var challenge = steps.take(Kind.PASSKEY_SIGN_IN, step)
                .map(begun -> Bytes.fromBase64(begun.state()))
                .orElseThrow(Passkeys::refused);
        var user = answered(() -> {
            var key = json.readValue(
                    credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            return operations.authenticate(new RelyingPartyAuthenticationRequest(party.request(challenge), key));
        });
        return owners.find(RelyingParty.account(user.getId())).orElseThrow(Passkeys::refused);
    }

    /** Removes one of one's own passkeys; another's is not touched. */
    @Transactional
    public void remove(AccountId account, UUID passkey, Actor actor) {
        if (store.remove(account, passkey)) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            events.publishEvent(new SecondFactorRemoved(account, "passkey", actor, now));
        }
    }

    /** The library tells of an answer that does not fit in many kinds of exceptions; none of them is a fault of ours. */
    private static <T> T answered(Supplier<T> check) {
        try {
            return java.util.Objects.requireNonNull(check.get());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("A passkey was refused: {}", e.toString());
            throw refused();
        }
    }

    private static Refusal refused() {
        return new Refusal(Refusal.Kind.INVALID, "passkey-refused");
    }

    private List<Bytes> known(PasskeyOwner owner) {
        return store.findByUserId(RelyingParty.handle(owner.account())).stream()
                .map(CredentialRecord::getCredentialId)
                .toList();
    }

    private PasskeyOwner owner(Actor actor) {
        return owners.find(AccountId.of(actor.id())).orElseThrow(Passkeys::refused);
    }

    private Bytes challenge() {
        var bytes = new byte[CHALLENGE_LENGTH];
        random.nextBytes(bytes);
        return new Bytes(bytes);
    }

    private static String called(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name is needed");
        }
        return plain;
    }
}
