package org.openbeat.app.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Seal;
import org.openbeat.app.kernel.SecretFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that seals secrets of second factors; it stands beside the data, never in the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SignInConfiguration {

    @Bean
    Seal seal(OpenbeatSettings installation, SignInSettings settings, SecureRandom random) {
        var file = settings.keyFile() == null ? installation.data().resolve("access.key") : settings.keyFile();
        var key = new SecretFile(file).readOrMake(() -> {
            var made = new byte[Seal.KEY_LENGTH];
            random.nextBytes(made);
            return HexFormat.of().formatHex(made);
        });
        return new Seal(HexFormat.of().parseHex(key), random);
    }
}
