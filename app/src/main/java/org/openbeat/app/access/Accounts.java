package org.openbeat.app.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Role;

/** The store of agencies and staff accounts. */
interface Accounts {

    /** An open account by its user name, in any case of letters. */
    Optional<StaffMember> find(String userName);

    Optional<Account> find(AccountId id);

    /** Accounts of the agency and below it, open ones first, whose name or user name has the words in it. */
    Page<Account> search(AgencyId within, String words, int page, int size);

    List<Account> openIn(AgencyId agency, Role role);

    boolean isEmpty();

    void add(StaffMember member, Instant at);

    void change(AccountId id, String name, AgencyId agency, Set<Role> roles);

    void setPassword(AccountId id, String hash, boolean mustChange, Instant at);

    void close(AccountId id, Instant at);

    void addAgency(AgencyId agency, String name, @Nullable String nameZh, Instant at);

    List<Agency> agencies();
}
