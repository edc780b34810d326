package org.openbeat.app.access.factors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbeat.app.access.events.AccountId;

/** The store of second factors. Secrets come and go sealed, codes hashed. */
interface Factors {

    Set<Factor> of(AccountId account);

    Optional<byte[]> appSecret(AccountId account);

    Optional<byte[]> offeredSecret(AccountId account);

    /** Keeps a new secret beside the one in force. */
    void offer(AccountId account, byte[] sealedSecret);

    /** What was offered is in force now. */
    void accept(AccountId account, Instant at);

    /** Whether the step had not been used yet; it is now, and none before it can be any more. */
    boolean use(AccountId account, long step);

    void removeApp(AccountId account);

    /** Forgets all earlier codes. */
    void setRecoveryCodes(AccountId account, List<byte[]> hashes);

    /** Whether there was such an unused code; it is used now. */
    boolean useRecoveryCode(AccountId account, byte[] hash, Instant at);

    int recoveryCodesLeft(AccountId account);
}
