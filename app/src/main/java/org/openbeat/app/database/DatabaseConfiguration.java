package org.openbeat.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.Pool.class)
class DatabaseConfiguration {

    /**
     * The pool of connections.
     *
     * @param size most connections open at once
     */
    @ConfigurationProperties("openbeat.database-pool")
    record Pool(@DefaultValue("20") int size) {}

    /** Holds the embedded server, or nothing when the operator has one of their own. */
    @Bean(destroyMethod = "close")
    DurablePostgres durablePostgres(OpenbeatSettings settings) {
        var external = settings.databaseUrl();
        if (external != null && !external.isBlank()) {
            return DurablePostgres.external(external);
        }
        var home = settings.data().toAbsolutePath().normalize();
        RestoreMark.of(home).refuseUnfinished();
        return settings.command().equals("serve") ? DurablePostgres.start(home) : DurablePostgres.startOrJoin(home);
    }

    /** Migrated before anyone can ask it: whoever holds the data source sees the newest schema. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DurablePostgres postgres, Pool pool) {
        var source = open(postgres.url(), postgres.password(), pool.size());
        migrate(source);
        return source;
    }

    private static HikariDataSource open(String url, @Nullable String password, int size) {
        var config = new HikariConfig();
        config.setPoolName("openbeat");
        config.setJdbcUrl(url);
        if (password != null) {
            config.setUsername(DurablePostgres.USER);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size));
        config.addDataSourceProperty("ApplicationName", "openbeat");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source) {
        new ModuleMigrations(source).run();
    }
}
