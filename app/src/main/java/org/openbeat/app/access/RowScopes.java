package org.openbeat.app.access;

import java.lang.reflect.Method;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.kernel.Actor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;

/**
 * Where the scope of the rows comes from, in one place: a facade's method that is told who acts works under that actor's
 * scope, and one that says {@link SystemScope} under the system's; both from before a transaction begins.
 */
@Configuration(proxyBeanMethods = false)
class RowScopes {

    /** Staff see by their agency and their account. A resident holds a secret, a partner a key: those decide there. */
    static RowScope of(Actor actor) {
        return switch (actor.kind()) {
            case STAFF ->
                isOversightAlone(actor)
                        ? RowScope.system("the oversight body is of no agency; the policy binds it to what is for it")
                        : RowScope.ofPerson(
                                actor.agency() == null ? "" : actor.agency().value(), actor.id());
            case RESIDENT -> RowScope.system("a resident is let in by a secret link or sends something new");
            case PARTNER -> RowScope.system("a partner is let in by its key; the policy says what is shared with it");
            case SYSTEM -> RowScope.system("Openbeat itself");
        };
    }

    /** Whoever also works for an agency is no independent body, and sees what that agency sees. */
    private static boolean isOversightAlone(Actor actor) {
        return actor.roles().equals(Set.of(org.openbeat.app.kernel.Role.OVERSIGHT));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor rowScopeAdvisor() {
        var advisor = new DefaultPointcutAdvisor(new Told(), (MethodInterceptor) RowScopes::invoke);
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1_000); // Around the transaction, inside of what goes async.
        return advisor;
    }

    private static @Nullable Object invoke(MethodInvocation call) throws Throwable {
        try (var ignored = scope(call).open()) {
            return call.proceed();
        }
    }

    private static RowScope scope(MethodInvocation call) {
        var named = AnnotatedElementUtils.findMergedAnnotation(call.getMethod(), SystemScope.class);
        return named != null ? RowScope.system(named.value()) : of((Actor) call.getArguments()[0]);
    }

    /** Methods that name a scope, and those of services whose first argument is the actor. */
    private static final class Told extends StaticMethodMatcherPointcut {

        @Override
        public boolean matches(Method method, Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(method, SystemScope.class)
                    || (AnnotatedElementUtils.hasAnnotation(type, Service.class) && takesActor(method));
        }

        private static boolean takesActor(Method method) {
            var types = method.getParameterTypes();
            return types.length > 0 && types[0] == Actor.class;
        }
    }
}
