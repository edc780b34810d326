package org.openbeat.app.desk.open311;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the discovery document says, and who may be asked about.
 *
 * @param jurisdictionId name of the only jurisdiction; requests that name another are answered 404. Empty when it has none
 * @param contact how developers reach the operator
 * @param keyService how a key is asked for
 * @param type {@code production} or {@code test}
 */
@ConfigurationProperties("openbeat.open311")
record Open311Settings(
        @DefaultValue("") String jurisdictionId,
        @DefaultValue("Ask at the public desk.") String contact,

        @DefaultValue("Keys are given to partner organisations by the operator.")
        String keyService,

        @DefaultValue("production") String type) {}
