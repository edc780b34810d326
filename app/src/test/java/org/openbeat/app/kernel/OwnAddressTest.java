package org.openbeat.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class OwnAddressTest {

    @Test
    void links_begin_with_the_port_that_is_served_where_the_operator_gave_no_address() {
        var environment = new MockEnvironment().withProperty("server.port", "9123");
        new OwnAddress().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("openbeat.base-url")).isEqualTo("http://127.0.0.1:9123");
    }

    @Test
    void the_address_that_the_operator_gave_goes_before_it() {
        var environment = new MockEnvironment()
                .withProperty("server.port", "9123")
                .withProperty("openbeat.base-url", "https://beat.example");
        new OwnAddress().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("openbeat.base-url")).isEqualTo("https://beat.example");
    }

    @Test
    void a_port_that_is_left_to_chance_is_no_address() {
        var environment = new MockEnvironment().withProperty("server.port", "0");
        new OwnAddress().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("openbeat.base-url")).isNull();
    }
}
