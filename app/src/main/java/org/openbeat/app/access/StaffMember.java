package org.openbeat.app.access;

import java.util.Collection;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A member of staff as Spring Security knows them. */
record StaffMember(
        UUID account, String userName, String name, String passwordHash, AgencyId agency, java.util.Set<Role> roles)
        implements UserDetails {

    Actor actor() {
        return Actor.staff(account.toString(), name, agency, roles);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return userName;
    }
}
