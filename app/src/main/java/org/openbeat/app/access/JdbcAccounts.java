package org.openbeat.app.access;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
    private static final String ACCOUNT =
            "select id, user_name, name, agency, roles, created_at, closed_at, must_change_password from access.account ";

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StaffMember> find(String userName) {
        return jdbc.sql("""
                        select id, user_name, name, password_hash, agency, roles, must_change_password
                        from access.account where user_name = lower(:userName) and closed_at is null""")
                .param("userName", userName)
                .query(JdbcAccounts::member)
                .optional();
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return jdbc.sql(ACCOUNT + "where id = :id")
                .param("id", id.value())
                .query(JdbcAccounts::account)
                .optional();
    }

    @Override
    public Page<Account> search(AgencyId within, String words, int page, int size) {
        var found = """
                where (agency = :within or starts_with(agency, :within || '/'))
                and (:words = '' or position(lower(:words) in lower(name || ' ' || user_name)) > 0)""";
        long total = jdbc.sql("select count(*) from access.account " + found)
                .param("within", within.value())
                .param("words", words)
                .query(Long.class)
                .single();
        var items = jdbc.sql(ACCOUNT + found + """
                         order by closed_at is not null, name, id limit :size offset :offset""")
                .param("within", within.value())
                .param("words", words)
                .param("size", size)
                .param("offset", (long) (page - 1) * size)
                .query(JdbcAccounts::account)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public List<Account> openIn(AgencyId agency, Role role) {
        return jdbc.sql(ACCOUNT + """
                        where (agency = :agency or starts_with(agency, :agency || '/'))
                        and :role = any (roles) and closed_at is null order by name, id""")
                .param("agency", agency.value())
                .param("role", role.name())
                .query(JdbcAccounts::account)
                .list();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(StaffMember member, Instant at) {
        jdbc.sql("""
                        insert into access.account
                            (id, user_name, name, password_hash, agency, roles, must_change_password, created_at)
                        values (:id, :userName, :name, :passwordHash, :agency, :roles, :mustChange, :at)""")
                .param("id", member.account().value())
                .param("userName", member.userName())
                .param("name", member.name())
                .param("passwordHash", member.passwordHash())
                .param("agency", member.agency().value())
                .param("roles", names(member.roles()))
                .param("mustChange", member.mustChangePassword())
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public void change(AccountId id, String name, AgencyId agency, Set<Role> roles) {
        jdbc.sql("update access.account set name = :name, agency = :agency, roles = :roles where id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("agency", agency.value())
                .param("roles", names(roles))
                .update();
    }

    @Override
    public void setPassword(AccountId id, String hash, boolean mustChange, Instant at) {
        jdbc.sql("""
                        update access.account
                        set password_hash = :hash, must_change_password = :mustChange, password_changed_at = :at
                        where id = :id""")
                .param("id", id.value())
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public void close(AccountId id, Instant at) {
        jdbc.sql("update access.account set closed_at = :at where id = :id")
                .param("id", id.value())
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

    @Override
    public List<Agency> agencies() {
        return jdbc.sql("select id, name, name_zh from access.agency order by id")
                .query((row, number) ->
                        new Agency(new AgencyId(row.getString("id")), row.getString("name"), row.getString("name_zh")))
                .list();
    }

    /** Reads the columns of an account that signs in; a session reads them too. */
    static StaffMember member(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("user_name"),
                row.getString("name"),
                row.getString("password_hash"),
                new AgencyId(row.getString("agency")),
                roles(row),
                row.getBoolean("must_change_password"));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("user_name"),
                row.getString("name"),
                new AgencyId(row.getString("agency")),
                roles(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getBoolean("must_change_password"));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
