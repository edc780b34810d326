package org.openbeat.app.access;

import java.util.Optional;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.passkeys.PasskeyOwner;
import org.openbeat.app.access.passkeys.PasskeyOwners;
import org.springframework.stereotype.Component;

/** Open accounts as owners of passkeys. */
@Component
class AccountPasskeyOwners implements PasskeyOwners {
    private final Accounts accounts;

    AccountPasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<PasskeyOwner> find(AccountId account) {
        return accounts.find(account)
                .filter(Account::isOpen)
                .map(found -> new PasskeyOwner(found.id(), found.userName(), found.name()));
    }

    @Override
    public Optional<PasskeyOwner> find(String userName) {
        return accounts.find(userName).map(found -> new PasskeyOwner(found.account(), found.userName(), found.name()));
    }
}
