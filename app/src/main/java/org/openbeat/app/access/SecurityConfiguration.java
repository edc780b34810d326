package org.openbeat.app.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The one filter chain: every request passes the table of routes, and pages may load only what this server serves. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** No inline script or style, nothing from elsewhere; the map draws into images and works in a worker of ours. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(routeTable()))
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/staff"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .ignoringRequestMatchers("/open311/**", "/positions/**"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("geolocation=(self), camera=(), microphone=()"))
                        .frameOptions(Customizer.withDefaults()))
                .requestCache(cache -> {})
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    private static AuthorizationManager<RequestAuthorizationContext> routeTable() {
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationDecision authorize(
                    Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
                var request = context.getRequest();
                var path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                        .pathWithinApplication();
                var who = authentication.get();
                var signedIn = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
                return new AuthorizationDecision(Routes.admits(
                        HttpMethod.valueOf(request.getMethod()), path, signedIn, signedIn ? roles(who) : Set.of()));
            }
        };
    }

    private static Set<Role> roles(Authentication who) {
        var held = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (who.getAuthorities().stream().anyMatch(a -> role.authority().equals(a.getAuthority()))) {
                held.add(role);
            }
        }
        return held;
    }
}
