package org.openbeat.app.access.web;

import org.openbeat.app.kernel.Role;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessNavigation {

    @Bean
    NavigationItem accounts() {
        return NavigationItem.forStaff(900, "access.accounts", "/admin/accounts", Role.ADMINISTRATOR);
    }

    @Bean
    NavigationItem agencies() {
        return NavigationItem.forStaff(910, "access.agencies", "/admin/agencies", Role.ADMINISTRATOR);
    }

    /** Everyone who proposes or decides; what each sees there is their own. */
    @Bean
    NavigationItem approvals() {
        return NavigationItem.forStaff(
                890,
                "approval.navigation",
                "/approvals",
                Role.ADMINISTRATOR,
                Role.COMMANDER,
                Role.STATION_CHIEF,
                Role.LEGAL_REVIEWER,
                Role.OVERSIGHT);
    }
}
