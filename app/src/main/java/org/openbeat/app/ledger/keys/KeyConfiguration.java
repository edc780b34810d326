package org.openbeat.app.ledger.keys;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    KeyRing ledgerKeyRing(KeyFiles files, JdbcKeyNotices notices) {
        return new KeyRing(files, notices);
    }
}
