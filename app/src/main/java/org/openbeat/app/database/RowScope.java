package org.openbeat.app.database;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows the database shows to this thread: the second lock behind the policy. A connection is told when it is
 * handed out, so the scope must stand before a transaction begins. A thread that says nothing is shown no row of a
 * protected table; nothing is ever wide by default.
 */
public final class RowScope {
    private static final ThreadLocal<@Nullable RowScope> CURRENT = new ThreadLocal<>();

    /** Under no scope: the role of a person with no agency and no account, who sees nothing. */
    static final RowScope NOBODY = new RowScope(DatabaseRole.PERSON, "", "");

    private final DatabaseRole role;
    private final String agency;
    private final String account;

    private RowScope(DatabaseRole role, String agency, String account) {
        this.role = role;
        this.agency = agency;
        this.account = account;
    }

    /** What a member of staff may see by agency, by sharing, by assignment and by name. */
    public static RowScope ofPerson(String agency, String account) {
        return new RowScope(DatabaseRole.PERSON, agency, account);
    }

    /**
     * Every row, for work that is nobody's in particular.
     *
     * @param why what work that is; read by whoever reads the code
     */
    public static RowScope system(String why) {
        Objects.requireNonNull(why);
        return new RowScope(DatabaseRole.SYSTEM, "", "");
    }

    /**
     * The owner of the tables, whom no policy binds, for what changes tables or must read them as they are.
     *
     * @param why what work that is
     */
    public static RowScope owner(String why) {
        Objects.requireNonNull(why);
        return new RowScope(DatabaseRole.OWNER, "", "");
    }

    /** Under which the thread works now. */
    static RowScope current() {
        var scope = CURRENT.get();
        return scope == null ? NOBODY : scope;
    }

    public <T extends @Nullable Object> T call(Supplier<T> work) {
        try (var ignored = open()) {
            return work.get();
        }
    }

    public void run(Runnable work) {
        try (var ignored = open()) {
            work.run();
        }
    }

    /** Opens the scope for this thread until it is closed; scopes close in the reverse order. */
    public Opened open() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** An open scope. */
    @FunctionalInterface
    public interface Opened extends AutoCloseable {
        @Override
        void close();
    }

    DatabaseRole role() {
        return role;
    }

    String agency() {
        return agency;
    }

    String account() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowScope scope
                && scope.role == role
                && scope.agency.equals(agency)
                && scope.account.equals(account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, agency, account);
    }
}
