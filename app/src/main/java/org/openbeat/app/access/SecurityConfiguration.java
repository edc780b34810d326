package org.openbeat.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The one filter chain: every request passes the table of routes, and pages may load only what this server serves. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** No inline script or style, nothing from elsewhere; the map draws into images and works in a worker of ours. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final LoginUrlAuthenticationEntryPoint SIGN_IN = new LoginUrlAuthenticationEntryPoint("/sign-in");

    private final Problems problems;

    SecurityConfiguration(Problems problems) {
        this.problems = problems;
    }

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
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler(this::refuse).authenticationEntryPoint(this::askForSignIn))
                .requestCache(cache -> {})
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (isMapped(request, response)) {
            problems.send(request, response, 403, refusal instanceof CsrfException ? "expired-form" : "forbidden");
        }
    }

    private void askForSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException, ServletException {
        if (!isMapped(request, response)) {
            return;
        }
        if (isProgram(request)) {
            problems.send(request, response, 401, "sign-in-needed");
        } else {
            SIGN_IN.commence(request, response, unknown);
        }
    }

    /** What the table does not know is not there, for whoever asks; so nobody is asked to sign in for a slip. */
    private boolean isMapped(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        if (Routes.find(HttpMethod.valueOf(request.getMethod()), path).isPresent()) {
            return true;
        }
        if (Routes.methods(path).isEmpty()) {
            problems.send(request, response, 404, "not-found");
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", Routes.methods(path)));
            problems.send(request, response, 405, "method-not-allowed");
        }
        return false;
    }

    /** A browser that shows a page is led to the sign-in; everyone else is told. */
    private static boolean isProgram(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || !accept.contains("text/html") || request.getHeader("HX-Request") != null;
    }

    private static PathContainer path(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    private static AuthorizationManager<RequestAuthorizationContext> routeTable() {
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationDecision authorize(
                    Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
                var request = context.getRequest();
                var who = authentication.get();
                var signedIn = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
                return new AuthorizationDecision(Routes.admits(
                        HttpMethod.valueOf(request.getMethod()),
                        path(request),
                        signedIn,
                        signedIn ? roles(who) : Set.of()));
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
