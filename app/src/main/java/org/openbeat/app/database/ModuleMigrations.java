package org.openbeat.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs each module's migrations in the module's own schema with its own history, so that modules stay apart in the
 * database too. The folder {@code __root} comes first and holds what belongs to no module.
 *
 * <p>Flyway takes a tenth of a second to find out that a module has nothing to do, at every start. So one look at the
 * histories comes first, and only modules whose files differ from it are left to Flyway.
 */
class ModuleMigrations {
    private static final String FOLDER = "db/migration/";
    private static final String ROOT = "__root";

    private final DataSource source;

    ModuleMigrations(DataSource source) {
        this.source = source;
    }

    void run() {
        var applied = new JdbcMigrationHistory(source).read();
        modules().forEach((module, files) -> {
            if (!files.equals(applied.getOrDefault(schema(module), Set.of()))) {
                migrate(module, "latest");
            }
        });
    }

    /** Brings each schema to the version named, for rows that were written under it; schemas not named stay away. */
    void runTo(Map<String, String> versions) {
        modules().keySet().forEach(module -> {
            var version = versions.get(schema(module));
            if (version != null) {
                migrate(module, version);
            }
        });
    }

    private void migrate(String module, String version) {
        Flyway.configure()
                .dataSource(source)
                .schemas(schema(module))
                .locations("classpath:" + FOLDER + module)
                .target(version)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static String schema(String module) {
        return module.equals(ROOT) ? "public" : module;
    }

    /** Every module's migrations, the root first: '_' sorts before letters. */
    private static SortedMap<String, Set<MigrationFile>> modules() {
        try {
            var modules = new TreeMap<String, Set<MigrationFile>>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql")) {
                var path = file.getURL().toString();
                var below = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
                modules.computeIfAbsent(below.substring(0, below.indexOf('/')), module -> new TreeSet<>())
                        .add(MigrationFile.of(file));
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations", e);
        }
    }
}
