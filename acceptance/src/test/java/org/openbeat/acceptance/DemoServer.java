package org.openbeat.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openbeat.demo.ServerProcess;
import org.openbeat.engine.city.CityPlan;
import org.openbeat.engine.city.DemoCity;

/** One server with the demo city for all journeys that may share it. */
final class DemoServer {
    static final String PASSWORD = "linden-demo";

    private static final class Running {
        static final ServerProcess SERVER =
                ServerProcess.startDemo(Path.of("target"), "journeys", "--openbeat.rate-limits.enabled=false");
        static final DemoCity CITY = DemoCity.generate(CityPlan.lindenport());
    }

    private DemoServer() {}

    static String baseUrl() {
        return Running.SERVER.baseUrl();
    }

    /** The key that the demo's partner system sends reports with. */
    static String partnerKey(ServerProcess server) {
        try {
            return Files.readString(server.data().resolve("demo-partner-key.txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerProcess process() {
        return Running.SERVER;
    }

    static DemoCity city() {
        return Running.CITY;
    }
}
