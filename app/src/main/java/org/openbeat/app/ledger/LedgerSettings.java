package org.openbeat.app.ledger;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is kept.
 *
 * @param keyFile the file of the private key that signs; made at the first start. Empty means {@code ledger.skey} in
 *     the data folder. Servers that share a database must share this file
 * @param pseudonymFile the file of the secret that turns staff into pseudonyms. Empty means {@code ledger.pseudonyms}
 *     in the data folder
 * @param pause shortest time between two checkpoints; more entries then share one signature and one commit
 * @param poll longest time until entries of another server, or of one that was killed, are seen
 */
@ConfigurationProperties("openbeat.ledger")
record LedgerSettings(
        @Nullable Path keyFile,
        @Nullable Path pseudonymFile,
        @DefaultValue("40ms") Duration pause,
        @DefaultValue("500ms") Duration poll) {}
