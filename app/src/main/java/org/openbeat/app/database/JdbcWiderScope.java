package org.openbeat.app.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcWiderScope implements WiderScope {
    private final JdbcClient jdbc;

    JdbcWiderScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Local to the transaction, so the connection is again what it was told to be when that ends, either way. */
    @Override
    public void untilCommit(String why) {
        jdbc.sql("select set_config('role', :role, true)")
                .param("role", DatabaseRole.SYSTEM.sqlName())
                .query(String.class)
                .single();
    }
}
