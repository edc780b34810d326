package org.openbeat.app;

import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Openbeat, the application: one process of modules, listed with their arrows in ARCHITECTURE.md. */
@Modulithic(systemName = "Openbeat")
@SpringBootApplication(
        exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class},
        // Modules may use the same word for a thing of their own: beans go by their full class name.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(OpenbeatSettings.class)
public class Openbeat {

    public static void main(String[] args) {
        SpringApplication.run(Openbeat.class, args);
    }
}
