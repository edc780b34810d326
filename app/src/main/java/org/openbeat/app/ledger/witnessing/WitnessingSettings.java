package org.openbeat.app.ledger.witnessing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who outside vouches for the ledger.
 *
 * @param witnesses the witnesses; none means that nobody outside does
 * @param interval shortest time between two checkpoints that are sent to the witnesses
 * @param timeout a witness that has not answered by then has failed this time
 * @param longestPause a witness that fails is tried again after a pause that doubles up to this
 * @param renewal a checkpoint that is still the newest is sent again after this time, so that its cosignatures stay fresh
 */
@ConfigurationProperties("openbeat.ledger.witnessing")
record WitnessingSettings(
        @DefaultValue List<Configured> witnesses,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("1m") Duration longestPause,
        @DefaultValue("1h") Duration renewal) {

    /**
     * A witness.
     *
     * @param url its address, without {@code /add-checkpoint}
     * @param vkey its public key, got from the witness on another way than from this address
     */
    record Configured(URI url, String vkey) {

        VerifierKey key() {
            var key = VerifierKey.parse(vkey());
            if (!key.isWitness()) {
                throw new IllegalArgumentException("This is the key of a log, not of a witness: " + vkey());
            }
            return key;
        }
    }
}
