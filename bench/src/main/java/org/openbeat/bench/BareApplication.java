package org.openbeat.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer of the start benchmark: Spring MVC, JDBC and the same embedded PostgreSQL, and nothing more. */
@SpringBootApplication
@RestController
public class BareApplication {
    private final JdbcClient jdbc;

    BareApplication(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }

    @GetMapping("/")
    String hello() {
        return "PostgreSQL says " + jdbc.sql("select 1").query(Integer.class).single();
    }

    /** A bean of its own, so that the data source can be made before the controller that needs it. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Database {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres(@Value("${bare.data}") Path data) throws IOException {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(data.resolve("binaries").toFile())
                    .setDataDirectory(data.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return postgres.getPostgresDatabase();
        }
    }
}
