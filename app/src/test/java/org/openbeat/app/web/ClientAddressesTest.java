package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class ClientAddressesTest {

    private static ClientAddresses trusting(String... proxies) {
        return new ClientAddresses(new WebSettings("https://example.org/", List.of(proxies), DataSize.ofMegabytes(1)));
    }

    private static MockHttpServletRequest from(String address, String... forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        for (var header : forwarded) {
            request.addHeader("X-Forwarded-For", header);
        }
        return request;
    }

    @Test
    void without_trusted_proxies_the_header_is_not_believed() {
        assertThat(trusting().of(from("203.0.113.9", "198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void a_trusted_proxy_is_believed_up_to_the_first_address_that_is_not_its_own() {
        var addresses = trusting("10.0.0.0/8");
        assertThat(addresses.of(from("10.1.2.3", "192.0.2.66, 198.51.100.1, 10.9.9.9")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void a_client_behind_a_trusted_proxy_cannot_write_another_address_before_its_own() {
        var addresses = trusting("10.0.0.0/8");
        assertThat(addresses.of(from("10.1.2.3", "1.1.1.1", "198.51.100.1"))).isEqualTo("198.51.100.1");
    }

    @Test
    void what_is_no_address_ends_the_search() {
        assertThat(trusting("10.0.0.0/8").of(from("10.1.2.3", "example.org"))).isEqualTo("10.1.2.3");
    }

    @Test
    void addresses_of_one_subscriber_of_ipv6_count_as_one() {
        var addresses = trusting();
        assertThat(addresses.subscriber(from("2001:db8:1:2:aaaa::1")))
                .isEqualTo(addresses.subscriber(from("2001:db8:1:2:bbbb::2")))
                .isNotEqualTo(addresses.subscriber(from("2001:db8:1:3::1")));
    }

    @Test
    void networks_end_where_their_bits_end() {
        var network = Network.parse("192.0.2.128/25");
        assertThat(network.contains(address("192.0.2.129"))).isTrue();
        assertThat(network.contains(address("192.0.2.127"))).isFalse();
        assertThat(network.contains(address("2001:db8::1"))).isFalse();
    }

    private static java.net.InetAddress address(String digits) {
        return java.util.Objects.requireNonNull(Network.literal(digits));
    }
}
