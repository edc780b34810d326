package org.openbeat.app.access.passkeys;

import java.util.Optional;
import org.openbeat.app.access.events.AccountId;

/** Tells who may have passkeys: the holders of open accounts. Access implements it. */
public interface PasskeyOwners {

    Optional<PasskeyOwner> find(AccountId account);

    Optional<PasskeyOwner> find(String userName);
}
