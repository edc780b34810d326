package org.openbeat.app.access.passkeys;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as the library asks for them; they come and go elsewhere. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final PasskeyOwners owners;

    PasskeyUsers(PasskeyOwners owners) {
        this.owners = owners;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return owners.find(RelyingParty.account(handle)).map(RelyingParty::user).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String userName) {
        return owners.find(userName).map(RelyingParty::user).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("an account is opened by an administrator");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("an account is closed by an administrator");
    }
}
