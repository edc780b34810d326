package org.openbeat.app.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about proving who one is.
 *
 * @param recent a dangerous act is done without asking again for so long after signing in or confirming it
 * @param secondFactorRoles who holds one of these roles must have a second factor: without one they come no further than
 *     the page where they add it
 * @param recovery once two persons let somebody start anew, the code that they hand over is good for so long
 * @param keyFile file of the key that seals the secrets of authenticator apps; empty for {@code access.key} in the data
 *     folder
 */
@ConfigurationProperties("openbeat.sign-in")
record SignInSettings(
        @DefaultValue("10m") Duration recent,
        @DefaultValue Set<Role> secondFactorRoles,
        @DefaultValue("1h") Duration recovery,
        @Nullable Path keyFile) {

    SignInSettings {
        secondFactorRoles = Set.copyOf(secondFactorRoles);
    }

    boolean demandsSecondFactor(Set<Role> roles) {
        return roles.stream().anyMatch(secondFactorRoles()::contains);
    }
}
