package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.openbeat.app.OpenbeatTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A thousand hostile requests on every route that stands open: none may end in a fault of the server, and every refusal
 * says what was wrong.
 */
@OpenbeatTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputIT {
    private static final int REQUESTS_PER_ROUTE = 1_000;
    private static final int ATTACKERS = 4;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]*}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private String csrfCookie = "";
    private String csrfToken = "";

    /** One open route with what its handler reads. */
    private record OpenRoute(HttpMethod method, String pattern, List<String> parameters, boolean takesBody) {

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeAll
    void takeToken() throws Exception {
        var answer = client.send(request("/sign-in").GET().build(), BodyHandlers.ofString());
        csrfCookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
        csrfToken = Jsoup.parse(answer.body()).select("input[name=_csrf]").val();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @TestFactory
    Stream<DynamicTest> a_thousand_hostile_requests_on_every_open_route_end_in_an_answer_that_says_what_was_wrong() {
        return openRoutes().stream().map(route -> DynamicTest.dynamicTest(route.toString(), () -> attack(route)));
    }

    private List<OpenRoute> openRoutes() {
        var routes = new ArrayList<OpenRoute>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.openbeat")) {
                routes.addAll(openRoutes(info, handler));
            }
        });
        return routes;
    }

    private static List<OpenRoute> openRoutes(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of(HttpMethod.GET)
                : new LinkedHashSet<>(info.getMethodsCondition().getMethods().stream()
                        .map(method -> method.asHttpMethod())
                        .toList());
        var open = new ArrayList<OpenRoute>();
        for (var method : methods) {
            for (var pattern : info.getPatternValues()) {
                var sample = PathContainer.parsePath(
                        VARIABLE.matcher(pattern).replaceAll("x").replace("**", "x"));
                if (Routes.admits(method, sample, false, Set.of())) {
                    open.add(new OpenRoute(method, pattern, parameters(handler), takesBody(handler)));
                }
            }
        }
        return open;
    }

    private static boolean takesBody(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
    }

    /** Names that the handler reads: its request parameters and the components of its form records. */
    private static List<String> parameters(HandlerMethod handler) {
        var names = new TreeSet<String>();
        for (var parameter : handler.getMethod().getParameters()) {
            var annotation = parameter.getAnnotation(RequestParam.class);
            if (annotation != null && !annotation.name().isEmpty()) {
                names.add(annotation.name());
            } else if (annotation != null && !annotation.value().isEmpty()) {
                names.add(annotation.value());
            } else if (parameter.getType().isRecord()) {
                Arrays.stream(parameter.getType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            } else {
                names.add(parameter.getName());
            }
        }
        return List.copyOf(names);
    }

    private void attack(OpenRoute route) throws Exception {
        var random = new Random(route.toString().hashCode());
        var inputs = new HostileInputs(random);
        var attempts = new ArrayList<Callable<Void>>();
        for (int i = 0; i < REQUESTS_PER_ROUTE; i++) { // One after the other, so that they are the same in every run.
            boolean json = i % 2 == 0;
            var request = request(route, inputs, random, json);
            attempts.add(() -> {
                check(route, client.send(request, BodyHandlers.ofString()), json);
                return null;
            });
        }
        try (var attackers = Executors.newFixedThreadPool(ATTACKERS)) {
            for (var done : attackers.invokeAll(attempts)) {
                done.get();
            }
        }
    }

    private HttpRequest request(OpenRoute route, HostileInputs inputs, Random random, boolean json) {
        var path = VARIABLE.matcher(route.pattern()).replaceAll(found -> {
            var value = encoded(inputs.next());
            return value.isEmpty() || value.equals(".") || value.equals("..") ? "x" : value;
        });
        path = path.replace("**", random.nextBoolean() ? "x" : encoded(inputs.next()) + "/x");
        var fields = fields(route.parameters(), inputs, random);
        var query = route.method() == HttpMethod.GET || random.nextInt(8) == 0 ? "?" + fields : "";
        var builder = request(shortened(path + query))
                .header("Accept", json ? "application/json" : "text/html")
                .header("Accept-Language", random.nextInt(4) == 0 ? "zh-CN" : "en")
                .header("Cookie", csrfCookie);
        if (route.method() == HttpMethod.GET) {
            return builder.GET().build();
        }
        builder.header("X-XSRF-TOKEN", csrfToken);
        return builder.header("Content-Type", contentType(route, random))
                .method(
                        route.method().name(),
                        BodyPublishers.ofString(route.takesBody() ? inputs.json(route.parameters()) : fields))
                .build();
    }

    /** A request line has its limit in the server; what is longer tests the server and not us. */
    private static String shortened(String address) {
        if (address.length() <= 6_000) {
            return address;
        }
        var cut = address.substring(0, 6_000);
        var lastEscape = cut.lastIndexOf('%');
        return lastEscape > cut.length() - 3 ? cut.substring(0, lastEscape) : cut;
    }

    private static String contentType(OpenRoute route, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "text/plain";
            case 1 -> "multipart/form-data; boundary=x";
            case 2 -> "application/xml";
            default -> route.takesBody() ? "application/json" : "application/x-www-form-urlencoded";
        };
    }

    private String fields(List<String> names, HostileInputs inputs, Random random) {
        var fields = new ArrayList<String>();
        for (var name : names) {
            if (random.nextInt(5) > 0) {
                fields.add(encoded(name) + "=" + encoded(inputs.next()));
            }
        }
        if (random.nextInt(4) == 0) {
            fields.add(encoded(inputs.next()) + "=" + encoded(inputs.next()));
        }
        return String.join("&", fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .timeout(PATIENCE);
    }

    private static void check(OpenRoute route, HttpResponse<String> answer, boolean json) {
        assertThat(answer.statusCode())
                .as("%s with %s answered %s", route, answer.request().uri(), answer.body())
                .isLessThan(500);
        if (answer.statusCode() >= 400 && json && !answer.body().isEmpty()) {
            assertThat(answer.body())
                    .as("%s with %s", route, answer.request().uri())
                    .containsAnyOf("\"detail\"", "<errors>", "\"description\"");
        }
    }
}
