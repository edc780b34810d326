package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Languages, and the {@link Actor} as an argument of any handler. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final ActorSource actors;

    WebConfiguration(ActorSource actors) {
        this.actors = actors;
    }

    /** A choice kept in a cookie wins over what the browser asks for; without either it is English. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Languages.nearest(Locale.forLanguageTag(value));
            }
        };
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::negotiated);
        return resolver;
    }

    /** What a page is told after a redirect travels in a cookie: any server can show it. */
    @Bean
    FlashMapManager flashMapManager(JsonMapper json) {
        return new FlashCookies(json);
    }

    /** {@code ?lang=zh-CN} works on every page, with or without scripts. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return Languages.nearest(Locale.forLanguageTag(value));
            }
        };
        change.setParamName("lang");
        change.setHttpMethods("GET");
        registry.addInterceptor(change);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/accessibility").setViewName("web/accessibility");
        registry.addRedirectViewController("/favicon.ico", "/assets/mark.svg");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Actor.class;
            }

            @Override
            public Actor resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                var servletRequest = request.getNativeRequest(HttpServletRequest.class);
                return servletRequest == null ? Actor.RESIDENT : actors.actor(servletRequest);
            }
        });
    }
}
