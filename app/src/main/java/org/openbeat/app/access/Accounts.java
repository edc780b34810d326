package org.openbeat.app.access;

import java.util.Optional;

/** The store of staff accounts. */
interface Accounts {

    Optional<StaffMember> find(String userName);
}
