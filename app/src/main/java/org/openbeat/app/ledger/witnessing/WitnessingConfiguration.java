package org.openbeat.app.ledger.witnessing;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessingSettings.class)
class WitnessingConfiguration {

    @Bean
    WitnessClient witnessClient(WitnessingSettings settings) {
        return new WitnessClient(settings.timeout());
    }

    @Bean
    Round witnessRound(
            WitnessedLog log,
            WitnessingSettings settings,
            WitnessClient client,
            JdbcWitnesses store,
            Clock clock,
            TransactionTemplate transaction) {
        // A wrong key is found at the start, not at night.
        settings.witnesses().forEach(WitnessingSettings.Configured::key);
        return new Round(log, settings, client, store, clock, transaction);
    }
}
