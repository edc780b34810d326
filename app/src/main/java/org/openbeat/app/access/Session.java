package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;

/**
 * A browser that is signed in.
 *
 * @param client what the browser says of itself, shortened
 * @param proof how the person proved who they are
 */
public record Session(UUID id, Instant startedAt, Instant seenAt, String client, Proof proof) {

    /**
     * How somebody proved who they are.
     *
     * @param at when last; a dangerous act asks for it again after a while
     * @param means one word: {@code password}, {@code app}, {@code recovery-code}, {@code passkey},
     *     {@code identity-provider}
     * @param secondFactor whether a stolen password alone would not have been enough
     */
    public record Proof(Instant at, String means, boolean secondFactor) {}

    /** The session of a request, as the filter chain found it; it costs no further query. */
    public static Optional<Session> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && who.getDetails() instanceof Session session
                ? Optional.of(session)
                : Optional.empty();
    }
}
