package org.openbeat.bench;

/** What the demo city's server is known to have. */
final class DemoServer {
    static final String OPEN311_KEY = "lindenport-demo-partner";
    static final double LATITUDE = 45.0;
    static final double LONGITUDE = -30.0;

    private DemoServer() {}
}
