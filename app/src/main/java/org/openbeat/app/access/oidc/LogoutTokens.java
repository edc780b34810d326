package org.openbeat.app.access.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.Objects;
import org.openbeat.app.kernel.Refusal;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6). */
final class LogoutTokens {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final String clientId;
    private final String issuer;
    private final NimbusJwtDecoder decoder;

    LogoutTokens(ClientRegistration registration) {
        this.clientId = registration.getClientId();
        var provider = registration.getProviderDetails();
        this.issuer = Objects.requireNonNull(provider.getIssuerUri());
        this.decoder = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(provider.getJwkSetUri()))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<
                        SecurityContext>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null)))
                .build();
        var times = new JwtTimestampValidator();
        var from = new JwtIssuerValidator(issuer);
        decoder.setJwtValidator(token -> {
            var late = times.validate(token);
            return late.hasErrors() ? late : from.validate(token);
        });
    }

    /** @throws Refusal {@code provider-refused} */
    EndedElsewhere read(String token) {
        try {
            var read = decoder.decode(token);
            if (!isLogout(read)) {
                throw IdentityProvider.refused();
            }
            return new EndedElsewhere(issuer, read.getSubject(), read.getClaimAsString("sid"));
        } catch (JwtException | IllegalArgumentException e) {
            throw IdentityProvider.refused();
        }
    }

    /** For us, about somebody, and nothing that could be mistaken for an identity token. */
    private boolean isLogout(Jwt token) {
        var audience = token.getAudience();
        return audience != null
                && audience.contains(clientId)
                && token.getClaim("events") instanceof Map<?, ?> events
                && events.get(EVENT) instanceof Map<?, ?>
                && token.getIssuedAt() != null
                && token.getId() != null
                && !token.hasClaim("nonce")
                && (token.getSubject() != null || token.hasClaim("sid"));
    }
}
