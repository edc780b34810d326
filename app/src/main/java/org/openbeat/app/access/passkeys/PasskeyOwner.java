package org.openbeat.app.access.passkeys;

import org.openbeat.app.access.events.AccountId;

/**
 * An open account as an authenticator shows it.
 *
 * @param name how colleagues call its holder
 */
public record PasskeyOwner(AccountId account, String userName, String name) {}
