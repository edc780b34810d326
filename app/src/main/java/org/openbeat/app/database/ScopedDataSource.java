package org.openbeat.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that know whose rows to show. What a connection was last told is remembered, so it is told again
 * only when it goes to somebody else; a server that answers residents all day tells each connection once.
 */
final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {
    private static final String TELL = "select set_config('role', ?, false), set_config('openbeat.agency', ?, false),"
            + " set_config('openbeat.account', ?, false)";

    private final HikariDataSource pool;
    private final Map<PGConnection, RowScope> told = Collections.synchronizedMap(new WeakHashMap<>());

    ScopedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool.getConnection();
        try {
            tell(connection, RowScope.current());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void tell(Connection connection, RowScope scope) throws SQLException {
        var physical = connection.unwrap(PGConnection.class);
        if (scope.equals(told.getOrDefault(physical, RowScope.NOBODY))) {
            return;
        }
        told.remove(physical); // If telling fails half way, nothing is assumed of it.
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, scope.role().sqlName());
            statement.setString(2, scope.agency());
            statement.setString(3, scope.account());
            statement.execute();
        }
        told.put(physical, scope);
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("there is one user, and the scope decides what it sees");
    }

    @Override
    public void close() {
        pool.close();
    }
}
