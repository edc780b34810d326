package org.openbeat.app.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A process of its own that keeps rows in an embedded database until it is killed; {@code DurablePostgresIT} starts it. */
final class KeptDatabase {

    private KeptDatabase() {}

    public static void main(String[] arguments) throws Exception {
        try (var database = DurablePostgres.start(Path.of(arguments[0]));
                var connection =
                        DriverManager.getConnection(database.url(), DurablePostgres.USER, database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (number int)");
            statement.execute("insert into kept select generate_series(1, 1000)");
            System.out.println("ready");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
