package org.openbeat.app.disclosure.web;

import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the public navigation. */
@Configuration(proxyBeanMethods = false)
class DisclosureNavigation {

    @Bean
    NavigationItem beatsNavigation() {
        return NavigationItem.forEveryone(40, "disclosure.navigation", "/beats");
    }
}
