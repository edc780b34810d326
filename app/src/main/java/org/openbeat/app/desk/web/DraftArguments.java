package org.openbeat.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.draft.Drafts;
import org.openbeat.app.kernel.Actor;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Gives a handler the {@link OpenDraft} of the browser. Without one, the way leads to the first page of the wizard; with
 * one that was sent already, to the report that it became.
 */
@Configuration(proxyBeanMethods = false)
class DraftArguments implements WebMvcConfigurer {
    private final DraftCookie cookie;
    private final Drafts drafts;
    private final Desk desk;

    DraftArguments(DraftCookie cookie, Drafts drafts, Desk desk) {
        this.cookie = cookie;
        this.drafts = drafts;
        this.desk = desk;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == OpenDraft.class;
            }

            @Override
            public OpenDraft resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return open(request.getNativeRequest(HttpServletRequest.class));
            }
        });
    }

    private OpenDraft open(@Nullable HttpServletRequest request) {
        var token = request == null ? null : cookie.read(request).orElse(null);
        var draft = token == null ? null : drafts.find(token).orElse(null);
        if (token == null || draft == null || draft.category() == null) {
            throw new GoElsewhere("/report");
        }
        var open = new OpenDraft(token, draft);
        if (draft.sent()) {
            desk.find(Actor.RESIDENT, open.key()).ifPresent(accepted -> {
                throw new GoElsewhere("/r/" + accepted.link().value() + "/sent");
            });
        }
        return open;
    }

    /** The page that was asked for has nothing to show; another one has. */
    static final class GoElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String path;

        GoElsewhere(String path) {
            super("elsewhere", null, false, false);
            this.path = path;
        }
    }

    @ControllerAdvice(basePackageClasses = DraftArguments.class)
    static class Elsewhere {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.SEE_OTHER)
        RedirectView on(GoElsewhere elsewhere) {
            var view = new RedirectView(elsewhere.path);
            view.setStatusCode(HttpStatus.SEE_OTHER);
            return view;
        }
    }
}
