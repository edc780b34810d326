package org.openbeat.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.postgresql.ds.PGSimpleDataSource;
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

    /**
     * Migrated as the owner of the tables before anyone can ask it: whoever holds the data source sees the newest schema.
     * The pool's own connections begin in the role that sees nothing.
     */
    @Bean(destroyMethod = "close")
    ScopedDataSource dataSource(DurablePostgres postgres, Pool pool) {
        new ModuleMigrations(owner(postgres)).run();
        return new ScopedDataSource(new HikariDataSource(config(postgres, pool.size())));
    }

    private static DataSource owner(DurablePostgres postgres) {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setApplicationName("openbeat-migrations");
        if (postgres.password() != null) {
            source.setUser(DurablePostgres.USER);
            source.setPassword(postgres.password());
        }
        return source;
    }

    private static HikariConfig config(DurablePostgres postgres, int size) {
        var config = new HikariConfig();
        config.setPoolName("openbeat");
        config.setJdbcUrl(postgres.url());
        if (postgres.password() != null) {
            config.setUsername(DurablePostgres.USER);
            config.setPassword(postgres.password());
        }
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size));
        config.addDataSourceProperty("ApplicationName", "openbeat");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", "-c role=" + DatabaseRole.PERSON.sqlName());
        return config;
    }
}
