package org.openbeat.app.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.openbeat.app.kernel.OneOffCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Visits the first pages that anyone asks for, so that a JVM that records which classes it needs for a quick start has
 * met them all.
 */
@Component
class WarmUp implements OneOffCommand {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final List<String> PAGES = List.of(
            "/actuator/health/readiness", "/", "/sign-in", "/report", "/beats", "/staff", "/assets/openbeat.css");

    private final Environment environment;

    WarmUp(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "warm-up";
    }

    @Override
    public int run(String argument) {
        var base = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                var request = HttpRequest.newBuilder(URI.create(base + page))
                        .timeout(Duration.ofSeconds(30))
                        .build();
                var status = client.send(request, BodyHandlers.discarding()).statusCode();
                LOG.info("{} answered {}", page, status);
            }
            return 0;
        } catch (IOException e) {
            LOG.error("the server does not answer itself", e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
