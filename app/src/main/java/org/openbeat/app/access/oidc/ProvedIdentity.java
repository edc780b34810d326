package org.openbeat.app.access.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Role;

/**
 * Whom the provider vouches for.
 *
 * @param issuer who vouches
 * @param subject the person's name at the issuer, which never changes there
 * @param userName how the person signs in there, if it says so
 * @param name how colleagues call the person
 * @param agency id of the agency by the configured map, if it says so
 * @param roles by the configured map
 * @param sid the session at the provider, by which it can be ended from there
 * @param secondFactor whether the provider says that it asked for two factors
 */
public record ProvedIdentity(
        String issuer,
        String subject,
        String userName,
        String name,
        @Nullable String agency,
        Set<Role> roles,
        @Nullable String sid,
        boolean secondFactor) {

    public ProvedIdentity {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "ProvedIdentity";
    }
}
