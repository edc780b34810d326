package org.openbeat.app.kernel;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Links that people keep begin with the address that the operator gave. Without one it is this machine's, with the port
 * on which it serves; whatever is set anywhere else goes before it.
 */
class OwnAddress implements EnvironmentPostProcessor, Ordered {
    private static final String PORT = "server.port";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty(PORT, Integer.class, 0);
        if (port > 0) { // Zero leaves the port to chance: no address to hand out.
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "own address", Map.of("openbeat.base-url", "http://127.0.0.1:" + port)));
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
