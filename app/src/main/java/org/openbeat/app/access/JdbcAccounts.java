package org.openbeat.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StaffMember> find(String userName) {
        return jdbc.sql("""
                        select id, user_name, name, password_hash, agency, roles
                        from access.account where user_name = lower(:userName) and closed_at is null""")
                .param("userName", userName)
                .query(JdbcAccounts::read)
                .optional();
    }

    private static StaffMember read(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("name"),
                row.getString("password_hash"),
                new AgencyId(row.getString("agency")),
                roles((String[]) row.getArray("roles").getArray()));
    }

    private static Set<Role> roles(String[] names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
