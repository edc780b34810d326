package org.openbeat.app.access.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Role;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Reads a person's claims by the configured maps. */
final class Claims {
    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    ProvedIdentity identity(OidcUser user) {
        var subject = user.getSubject();
        var userName = user.getPreferredUsername();
        var name = user.getFullName();
        var sid = user.getIdToken().getClaims().get("sid");
        return new ProvedIdentity(
                user.getIssuer().toString(),
                subject,
                userName == null ? subject : userName,
                name == null ? (userName == null ? subject : userName) : name,
                agency(user),
                roles(user),
                sid == null ? null : sid.toString(),
                texts(user.getIdToken().getClaims().get("amr")).stream()
                        .anyMatch(settings.secondFactorMethods()::contains));
    }

    private Set<Role> roles(OidcUser user) {
        return texts(user.getClaims().get(settings.rolesClaim())).stream()
                .map(settings.roles()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable String agency(OidcUser user) {
        return texts(user.getClaims().get(settings.agencyClaim())).stream()
                .map(value -> settings.agencies().getOrDefault(value, value))
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }
}
