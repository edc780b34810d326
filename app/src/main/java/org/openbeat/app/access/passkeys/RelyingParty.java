package org.openbeat.app.access.passkeys;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.stereotype.Component;

/**
 * What we ask of an authenticator (WebAuthn level 3): a key that it keeps, so that nobody types a user name, and the
 * fingerprint, face or PIN of its owner each time, so that a passkey is two factors. We don't ask who made it.
 */
@Component
@EnableConfigurationProperties(PasskeySettings.class)
class RelyingParty {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final OpenbeatSettings installation;
    private final PasskeySettings settings;

    RelyingParty(OpenbeatSettings installation, PasskeySettings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    String id() {
        return settings.rpId(installation);
    }

    java.util.Set<String> origins() {
        return settings.origins(installation);
    }

    PublicKeyCredentialRpEntity entity() {
        return PublicKeyCredentialRpEntity.builder()
                .id(id())
                .name(installation.organisation())
                .build();
    }

    PublicKeyCredentialCreationOptions creation(PasskeyOwner owner, List<Bytes> known, Bytes challenge) {
        var selection = AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(entity())
                .user(user(owner))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(TIMEOUT)
                .excludeCredentials(known.stream()
                        .map(id ->
                                PublicKeyCredentialDescriptor.builder().id(id).build())
                        .toList())
                .authenticatorSelection(selection)
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .timeout(TIMEOUT)
                .rpId(id())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /** The user handle is the account's id: it tells nothing of the person. */
    static PublicKeyCredentialUserEntity user(PasskeyOwner owner) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(owner.account()))
                .name(owner.userName())
                .displayName(owner.name())
                .build();
    }

    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }
}
