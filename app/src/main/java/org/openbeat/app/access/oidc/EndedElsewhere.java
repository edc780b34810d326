package org.openbeat.app.access.oidc;

import org.jspecify.annotations.Nullable;

/**
 * A session that ended at the provider (OpenID Connect Back-Channel Logout 1.0).
 *
 * @param sid that session alone; without one, every session of the subject
 */
public record EndedElsewhere(
        String issuer, @Nullable String subject, @Nullable String sid) {}
