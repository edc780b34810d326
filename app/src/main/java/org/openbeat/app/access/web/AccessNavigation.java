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
}
