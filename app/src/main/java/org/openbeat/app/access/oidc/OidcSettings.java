package org.openbeat.app.access.oidc;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider of the organisation (OpenID Connect), where it has one. Register at it the redirect address
 * {@code <base-url>/sign-in/provider/callback} and the address for back-channel logout
 * {@code <base-url>/sign-in/provider/logout}.
 *
 * @param issuer address of the provider; its endpoints are found from there. Empty switches this way of signing in off.
 * @param clientId name under which the provider knows this installation
 * @param clientSecret secret of this client; empty for a public client, which PKCE protects alone
 * @param label name of the provider on the button
 * @param scopes what is asked for
 * @param rolesClaim claim that holds the roles, a text or a list of them
 * @param roles which value of that claim is which role; who has none of them does not come in
 * @param agencyClaim claim that holds the agency
 * @param agencies which value of that claim is which agency; a value that is not here must be an agency's own id
 * @param secondFactorMethods values of {@code amr} (RFC 8176) by which the provider says that it asked for two factors
 */
@ConfigurationProperties("openbeat.oidc")
record OidcSettings(
        @Nullable String issuer,
        @DefaultValue("openbeat") String clientId,
        @Nullable String clientSecret,
        @DefaultValue("single sign-on") String label,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roles,
        @DefaultValue("agency") String agencyClaim,
        @DefaultValue Map<String, String> agencies,
        @DefaultValue({"mfa", "hwk"}) Set<String> secondFactorMethods) {

    OidcSettings {
        scopes = Set.copyOf(scopes);
        roles = Map.copyOf(roles);
        agencies = Map.copyOf(agencies);
        secondFactorMethods = Set.copyOf(secondFactorMethods);
    }

    boolean isOn() {
        var address = issuer();
        return address != null && !address.isBlank();
    }
}
