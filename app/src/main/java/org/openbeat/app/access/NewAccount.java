package org.openbeat.app.access;

import java.util.Locale;
import java.util.Set;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/**
 * Somebody who is to work here.
 *
 * @param userName what they type to sign in; kept in lower case
 * @param name how colleagues call them
 * @param password in clear, only until it is hashed
 */
public record NewAccount(String userName, String name, String password, AgencyId agency, Set<Role> roles) {

    public NewAccount {
        userName = userName.toLowerCase(Locale.ROOT);
        roles = Set.copyOf(roles);
        if (!userName.matches("[a-z0-9][a-z0-9.-]{1,60}")) {
            throw new IllegalArgumentException("not a user name: 2 to 61 letters, digits, '.' or '-'");
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + userName + "]";
    }
}
