package org.openbeat.app.dispatch.web;

import java.time.Duration;
import java.util.Set;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files of these pages, and their entries in the navigation. */
@Configuration(proxyBeanMethods = false)
class DispatchAssets implements WebMvcConfigurer {

    /**
     * Modules of scripts name each other by plain addresses, so these are asked for again each time and answered with
     * "not modified": kept for a year, an old half would run with a new one after an upgrade.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/dispatch/**")
                .addResourceLocations("classpath:/static/assets/dispatch/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate());
    }

    @Bean
    NavigationItem boardEntry() {
        return item(20, "dispatch.nav.board", "/board");
    }

    @Bean
    NavigationItem callEntry() {
        return item(21, "dispatch.nav.call", "/calls/new");
    }

    @Bean
    NavigationItem incidentsEntry() {
        return item(22, "dispatch.nav.incidents", "/incidents");
    }

    @Bean
    NavigationItem unitsEntry() {
        return NavigationItem.forStaff(24, "dispatch.nav.units", "/units", Role.DISPATCHER, Role.COMMANDER);
    }

    @Bean
    NavigationItem plansEntry() {
        return item(25, "dispatch.nav.plans", "/plans");
    }

    @Bean
    NavigationItem continuityEntry() {
        return item(25, "room.nav.continuity", "/board/continuity");
    }

    @Bean
    NavigationItem contractorsEntry() {
        return NavigationItem.forStaff(
                28, "room.nav.contractors", "/board/contractors", Role.DISPATCHER, Role.COMMANDER);
    }

    @Bean
    NavigationItem replayEntry() {
        return NavigationItem.forStaff(26, "room.nav.replay", "/board/replay", Role.STATION_CHIEF, Role.COMMANDER);
    }

    @Bean
    NavigationItem intervalsEntry() {
        return NavigationItem.forStaff(
                27, "room.nav.intervals", "/board/intervals", Role.STATION_CHIEF, Role.COMMANDER);
    }

    @Bean
    NavigationItem roadsEntry() {
        return NavigationItem.forStaff(25, "dispatch.nav.roads", "/roads", Role.DISPATCHER, Role.COMMANDER);
    }

    @Bean
    NavigationItem crewEntry() {
        return new NavigationItem(
                23, "dispatch.nav.crew", "/crew", Set.of(Role.PATROL_OFFICER, Role.COMMUNITY_OFFICER));
    }

    private static NavigationItem item(int order, String key, String path) {
        return NavigationItem.forStaff(
                order, key, path, Role.CALL_TAKER, Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER);
    }
}
