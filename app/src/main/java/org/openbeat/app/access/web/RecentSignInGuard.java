package org.openbeat.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openbeat.app.access.Confirmation;
import org.openbeat.app.access.RecentSignIn;
import org.openbeat.app.access.Session;
import org.openbeat.app.web.ActorSource;
import org.openbeat.app.web.Problems;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds {@link RecentSignIn}: before a dangerous act comes the page that asks who is there. */
@Configuration(proxyBeanMethods = false)
class RecentSignInGuard implements WebMvcConfigurer, HandlerInterceptor {
    private final Confirmation confirmation;
    private final ActorSource actors;
    private final Problems problems;

    RecentSignInGuard(Confirmation confirmation, ActorSource actors, Problems problems) {
        this.confirmation = confirmation;
        this.actors = actors;
        this.problems = problems;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ModelAndViewDefiningException {
        if (!(handler instanceof HandlerMethod method) || !isDangerous(method) || isRecent(request)) {
            return true;
        }
        if (!Problems.wantsPage(request)) {
            problems.send(request, response, 403, "confirmation-needed");
        } else if (HttpMethod.GET.matches(request.getMethod())) {
            response.sendRedirect(ConfirmPage.before(request));
        } else {
            var factors = confirmation.factors(actors.actor(request));
            throw new ModelAndViewDefiningException(ConfirmPage.with(factors, ConfirmPage.keeping(request)));
        }
        return false;
    }

    private static boolean isDangerous(HandlerMethod handler) {
        return handler.hasMethodAnnotation(RecentSignIn.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RecentSignIn.class);
    }

    private boolean isRecent(HttpServletRequest request) {
        return Session.of(request).filter(confirmation::isRecent).isPresent();
    }
}
