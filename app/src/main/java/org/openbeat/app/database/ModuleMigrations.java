package org.openbeat.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs each module's migrations in the module's own schema with its own history, so that modules stay apart in the
 * database too. The folder {@code __root} comes first and holds what belongs to no module.
 */
class ModuleMigrations {
    private static final String FOLDER = "db/migration/";
    private static final String ROOT = "__root";

    private final DataSource source;

    ModuleMigrations(DataSource source) {
        this.source = source;
    }

    void run() {
        modules().forEach(module -> migrate(module, "latest"));
    }

    /** Brings each schema to the version named, for rows that were written under it; schemas not named stay away. */
    void runTo(Map<String, String> versions) {
        for (var module : modules()) {
            var version = versions.get(schema(module));
            if (version != null) {
                migrate(module, version);
            }
        }
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

    private static SortedSet<String> modules() {
        try {
            var names = new TreeSet<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql")) {
                var path = file.getURL().toString();
                var below = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
                names.add(below.substring(0, below.indexOf('/')));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations", e);
        }
    }
}
