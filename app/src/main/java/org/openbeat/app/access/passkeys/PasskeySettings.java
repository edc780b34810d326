package org.openbeat.app.access.passkeys;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To which addresses passkeys belong.
 *
 * @param rpId domain that passkeys are made for; empty for the one of {@code openbeat.base-url}, or {@code localhost} where
 *     that is an address of this machine. Changing it makes every passkey useless.
 * @param origins addresses of pages that may use them, with scheme and port; empty for {@code openbeat.base-url}
 */
@ConfigurationProperties("openbeat.passkeys")
record PasskeySettings(@Nullable String rpId, @DefaultValue Set<String> origins) {
    private static final String LOCALHOST = "localhost";

    PasskeySettings {
        origins = Set.copyOf(origins);
    }

    /** A passkey can't belong to an address in digits (WebAuthn, 5.1.3); browsers take localhost for safe. */
    String rpId(OpenbeatSettings installation) {
        var set = rpId();
        if (set != null && !set.isBlank()) {
            return set;
        }
        var host = URI.create(installation.baseUrl()).getHost();
        return isOwn(host) ? LOCALHOST : host;
    }

    Set<String> origins(OpenbeatSettings installation) {
        if (!origins().isEmpty()) {
            return origins();
        }
        var base = URI.create(installation.baseUrl());
        var host = isOwn(base.getHost()) ? LOCALHOST : base.getHost();
        return Set.of(base.getScheme() + "://" + host + (base.getPort() < 0 ? "" : ":" + base.getPort()));
    }

    private static boolean isOwn(String host) {
        return host.startsWith("127.") || host.equals("[::1]");
    }
}
