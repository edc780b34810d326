package org.openbeat.app.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;

/** The store of agencies and staff accounts. */
interface Accounts {

    Optional<StaffMember> find(String userName);

    void add(StaffMember member, Instant at);

    void addAgency(AgencyId agency, String name, @Nullable String nameZh, Instant at);
}
