package org.openbeat.app.access;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    @Override
    public void add(StaffMember member, Instant at) {
        jdbc.sql("""
                        insert into access.account (id, user_name, name, password_hash, agency, roles, created_at)
                        values (:id, :userName, :name, :passwordHash, :agency, :roles, :at)""")
                .param("id", member.account())
                .param("userName", member.userName())
                .param("name", member.name())
                .param("passwordHash", member.passwordHash())
                .param("agency", member.agency().value())
                .param("roles", member.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public void addAgency(AgencyId agency, String name, @Nullable String nameZh, Instant at) {
        int slash = agency.value().lastIndexOf('/');
        jdbc.sql("""
                        insert into access.agency (id, parent, name, name_zh, created_at)
                        values (:id, :parent, :name, :nameZh, :at)""")
                .param("id", agency.value())
                .param("parent", slash < 0 ? null : agency.value().substring(0, slash))
                .param("name", name)
                .param("nameZh", nameZh)
                .param("at", at.atOffset(UTC))
                .update();
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
