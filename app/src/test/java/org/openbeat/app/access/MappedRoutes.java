package org.openbeat.app.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route that the running application really answers: controllers, operations, files, pages without a controller. */
final class MappedRoutes {
    private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^}]*})*}");

    /** One method of one route. */
    record Mapped(HttpMethod method, String pattern) implements Comparable<Mapped> {

        /** A path that the pattern fits. */
        String sample() {
            return VARIABLE.matcher(pattern.replace("/**", "/1").replace("*", "1"))
                    .replaceAll("1");
        }

        @Override
        public int compareTo(Mapped other) {
            return Comparator.comparing(Mapped::pattern)
                    .thenComparing(mapped -> mapped.method().name())
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }

        java.util.Optional<Routes.Route> line() {
            return Routes.find(method, PathContainer.parsePath(sample()));
        }
    }

    private MappedRoutes() {}

    static Set<Mapped> of(ApplicationContext context) {
        var routes = new TreeSet<Mapped>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().stream()
                        .flatMap(MappedRoutes::mapped)
                        .forEach(routes::add));
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> urls(mapping.getHandlerMap()).forEach(routes::add));
        return routes;
    }

    private static Stream<Mapped> mapped(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var asked = methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : List.copyOf(methods);
        return info.getPatternValues().stream()
                .flatMap(pattern -> asked.stream().map(method -> new Mapped(method.asHttpMethod(), pattern)));
    }

    /** Files, and views without a controller, are read only. */
    private static Stream<Mapped> urls(Map<String, Object> handlers) {
        return handlers.keySet().stream().map(pattern -> new Mapped(HttpMethod.GET, pattern));
    }
}
