package org.openbeat.app.ledger;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.SecretFile;
import org.openbeat.app.ledger.keys.KeyFiles;
import org.openbeat.app.web.NavigationItem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's two secrets, each in a file of its own: the key that signs, and the secret of the pseudonyms. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {
    private static final int PSEUDONYM_SECRET_LENGTH = 32;

    /** The log is named after the address at which it was first served, and keeps that name with its key. */
    @Bean
    KeyFiles ledgerKeyFiles(OpenbeatSettings settings, LedgerSettings ledger, SecureRandom random) {
        var path = ledger.keyFile() == null ? settings.data().resolve("ledger.skey") : ledger.keyFile();
        var name = URI.create(settings.baseUrl()).getRawAuthority() + "/ledger";
        return new KeyFiles(path, name, random);
    }

    @Bean
    Pseudonyms ledgerPseudonyms(OpenbeatSettings settings, LedgerSettings ledger, SecureRandom random) {
        return new Pseudonyms(secret(settings, ledger, random));
    }

    /** From the same secret, which servers of one database share in any case. */
    @Bean
    Seals ledgerSeals(OpenbeatSettings settings, LedgerSettings ledger, SecureRandom random) {
        return new Seals(secret(settings, ledger, random));
    }

    private static byte[] secret(OpenbeatSettings settings, LedgerSettings ledger, SecureRandom random) {
        var path =
                ledger.pseudonymFile() == null ? settings.data().resolve("ledger.pseudonyms") : ledger.pseudonymFile();
        return HexFormat.of().parseHex(new SecretFile(path).readOrMake(() -> {
                    var secret = new byte[PSEUDONYM_SECRET_LENGTH];
                    random.nextBytes(secret);
                    return HexFormat.of().formatHex(secret);
                }));
    }

    @Bean
    NavigationItem ledgerNavigation() {
        return NavigationItem.forEveryone(90, "ledger.navigation", "/ledger");
    }
}
