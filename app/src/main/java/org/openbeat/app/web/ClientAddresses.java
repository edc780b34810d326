package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Tells where a request comes from. {@code X-Forwarded-For} is believed only as far as trusted proxies wrote it: from
 * the right, up to the first address that is none of theirs. Otherwise anyone could write any address into it.
 */
@Component
@EnableConfigurationProperties(WebSettings.class)
public class ClientAddresses {
    private final List<Network> trusted;

    ClientAddresses(WebSettings settings) {
        trusted = settings.trustedProxies().stream().map(Network::parse).toList();
    }

    /** The client's address in digits. */
    public String of(HttpServletRequest request) {
        var nearest = request.getRemoteAddr();
        for (var hop : hopsFromNearest(request)) {
            if (!isTrusted(nearest) || Network.literal(hop) == null) {
                return nearest;
            }
            nearest = hop;
        }
        return nearest;
    }

    /** Whom a limit counts: an address, or the network of 64 bits that one subscriber of IPv6 has (RFC 6177). */
    public String subscriber(HttpServletRequest request) {
        var address = of(request);
        return Network.literal(address) instanceof Inet6Address six ? network64(six) : address;
    }

    private static String network64(InetAddress address) {
        return java.util.HexFormat.of().formatHex(address.getAddress(), 0, 8);
    }

    private List<String> hopsFromNearest(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        for (var header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            Arrays.stream(header.split(",")).map(String::strip).forEach(hops::add);
        }
        return hops.reversed();
    }

    private boolean isTrusted(String address) {
        var parsed = Network.literal(address);
        return parsed != null && trusted.stream().anyMatch(network -> network.contains(parsed));
    }
}
