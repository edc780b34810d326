package org.openbeat.app.access;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Lets Spring Security look accounts up by user name. */
@Component
class StaffDirectory implements UserDetailsService {
    private final Accounts accounts;

    StaffDirectory(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String userName) {
        return accounts.find(userName).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
