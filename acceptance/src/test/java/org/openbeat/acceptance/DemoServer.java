package org.openbeat.acceptance;

import java.nio.file.Path;
import org.openbeat.demo.ServerProcess;
import org.openbeat.engine.city.CityPlan;
import org.openbeat.engine.city.DemoCity;

/** One server with the demo city for all journeys that may share it. */
final class DemoServer {
    static final String PASSWORD = "linden-demo";
    static final String OPEN311_KEY = "lindenport-demo-partner";

    private static final class Running {
        static final ServerProcess SERVER =
                ServerProcess.startDemo(Path.of("target"), "journeys", "--openbeat.rate-limits.enabled=false");
        static final DemoCity CITY = DemoCity.generate(CityPlan.lindenport());
    }

    private DemoServer() {}

    static String baseUrl() {
        return Running.SERVER.baseUrl();
    }

    static ServerProcess process() {
        return Running.SERVER;
    }

    static DemoCity city() {
        return Running.CITY;
    }
}
