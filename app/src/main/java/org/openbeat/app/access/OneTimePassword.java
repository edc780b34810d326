package org.openbeat.app.access;

import org.openbeat.app.access.events.AccountId;

/** A password that is shown once and must be changed at the first sign-in. */
public record OneTimePassword(AccountId account, String userName, String password) {

    @Override
    public String toString() {
        return "OneTimePassword[" + account + "]";
    }
}
