package org.openbeat.app.access.oidc;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Speaks with the identity provider: sends browsers there, and redeems what they bring back. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
public class IdentityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final String CALLBACK = "/sign-in/provider/callback";
    private static final int SECRET_LENGTH = 64; // Letters of RFC 7636, 4.1; 317 bits.

    private final OidcSettings settings;
    private final OpenbeatSettings installation;
    private final Identifiers identifiers;
    private final Claims claims;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private volatile @Nullable ClientRegistration discovered;

    IdentityProvider(OidcSettings settings, OpenbeatSettings installation, Identifiers identifiers) {
        this.settings = settings;
        this.installation = installation;
        this.identifiers = identifiers;
        this.claims = new Claims(settings);
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    }

    public boolean isOn() {
        return settings.isOn();
    }

    /** Name of the provider on the button. */
    public String label() {
        return settings.label();
    }

    public Visit newVisit(String to) {
        return new Visit(
                identifiers.secret(SECRET_LENGTH),
                identifiers.secret(SECRET_LENGTH),
                identifiers.secret(SECRET_LENGTH),
                to);
    }

    /**
     * Where the browser goes.
     *
     * @param again whether the person must prove it anew, though signed in at the provider
     * @throws Refusal {@code provider-unreachable}
     */
    public URI address(Visit visit, boolean again) {
        return URI.create(request(visit, again).getAuthorizationRequestUri());
    }

    /**
     * Redeems the code that came back: checks the token's signature, issuer, audience, times and nonce.
     *
     * @throws Refusal {@code provider-refused}, {@code provider-unreachable}
     */
    public ProvedIdentity redeem(Visit visit, String state, String code) {
        if (!visit.state().equals(state)) {
            throw refused();
        }
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(redirect())
                .state(state)
                .build();
        try {
            var token = new OAuth2LoginAuthenticationToken(
                    registration(), new OAuth2AuthorizationExchange(request(visit, false), response));
            if (exchange.authenticate(token) instanceof OAuth2LoginAuthenticationToken proved
                    && proved.getPrincipal() instanceof OidcUser user) {
                return claims.identity(user);
            }
            throw refused();
        } catch (OAuth2AuthenticationException e) {
            LOG.warn(
                    "The identity provider's answer was refused: {}",
                    e.getError().getErrorCode());
            throw refused();
        } catch (AuthenticationException | IllegalArgumentException e) {
            LOG.warn(
                    "The identity provider's answer was refused: {}",
                    e.getClass().getSimpleName());
            throw refused();
        }
    }

    /**
     * Checks what the provider says has ended.
     *
     * @throws Refusal {@code provider-refused}
     */
    public EndedElsewhere ended(String logoutToken) {
        return new LogoutTokens(registration()).read(logoutToken);
    }

    private OAuth2AuthorizationRequest request(Visit visit, boolean again) {
        var registration = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .redirectUri(redirect())
                .scopes(registration.getScopes())
                .state(visit.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE, visit.nonce(), PkceParameterNames.CODE_VERIFIER, visit.verifier()))
                .additionalParameters(parameters -> {
                    parameters.put(OidcParameterNames.NONCE, hash(visit.nonce()));
                    parameters.put(PkceParameterNames.CODE_CHALLENGE, hash(visit.verifier()));
                    parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    if (again) {
                        parameters.put("prompt", "login");
                        parameters.put("max_age", "0");
                    }
                })
                .build();
    }

    /** Found once, when first needed: a provider that is down keeps nobody else out. */
    private ClientRegistration registration() {
        var known = discovered;
        if (known == null) {
            known = discover();
            discovered = known;
        }
        return known;
    }

    private ClientRegistration discover() {
        var issuer = settings.issuer();
        if (issuer == null || !settings.isOn()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "not-found");
        }
        var secret = settings.clientSecret();
        boolean isPublic = secret == null || secret.isBlank();
        try {
            var builder = ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId("provider")
                    .clientId(settings.clientId())
                    .clientSecret(isPublic ? null : secret)
                    .redirectUri(redirect())
                    .scope(settings.scopes());
            if (isPublic) {
                builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            }
            return builder.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("The identity provider could not be asked for its configuration", e);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "provider-unreachable");
        }
    }

    private String redirect() {
        return installation.baseUrl() + CALLBACK;
    }

    static Refusal refused() {
        return new Refusal(Refusal.Kind.INVALID, "provider-refused");
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }
}
