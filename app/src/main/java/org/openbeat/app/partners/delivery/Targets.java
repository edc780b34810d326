package org.openbeat.app.partners.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.kernel.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where may be sent: over https to public addresses, so that nobody makes this server call what only it can reach. The
 * name is looked up before each request, and the request goes to the address that was checked: a name that means another
 * address a moment later changes nothing.
 */
@Component
@EnableConfigurationProperties(PartnerSettings.class)
class Targets {
    private static final int LONGEST = 2000;

    private final PartnerSettings settings;

    Targets(PartnerSettings settings) {
        this.settings = settings;
    }

    /** A checked place to send to. */
    record Target(URI uri, List<InetAddress> addresses) {
        Target {
            addresses = List.copyOf(addresses);
        }

        /** A scheme is the same in any case (RFC 3986, 3.1); what is not plainly http is never sent in the clear. */
        boolean encrypted() {
            return !"http".equalsIgnoreCase(uri.getScheme());
        }

        int port() {
            return uri.getPort() >= 0 ? uri.getPort() : encrypted() ? 443 : 80;
        }
    }

    /**
     * The form of an address, without asking where it leads.
     *
     * @throws Refusal {@code webhook-address}
     */
    URI parse(String address) {
        try {
            var uri = new URI(address.strip());
            var host = Optional.ofNullable(uri.getHost()).orElse("");
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            var fits = scheme.equals("https") || (scheme.equals("http") && isInside(host));
            if (!fits
                    || host.isEmpty()
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || address.length() > LONGEST) {
                throw new Refusal(Refusal.Kind.INVALID, "webhook-address");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Refusal(Refusal.Kind.INVALID, "webhook-address");
        }
    }

    /**
     * Looks the name up.
     *
     * @throws Refusal {@code webhook-address}, or {@code webhook-address-inside} when it leads into a network of the inside
     * @throws UnknownHostException when the name has no address now
     */
    Target find(String address) throws UnknownHostException {
        var uri = parse(address);
        var host = uri.getHost().startsWith("[")
                ? uri.getHost().substring(1, uri.getHost().length() - 1)
                : uri.getHost();
        var addresses = Arrays.asList(InetAddress.getAllByName(host));
        if (!isInside(uri.getHost()) && !addresses.stream().allMatch(Targets::isPublic)) {
            throw new Refusal(Refusal.Kind.INVALID, "webhook-address-inside", uri.getHost());
        }
        return new Target(uri, addresses);
    }

    private boolean isInside(String host) {
        return settings.insideTargets().contains(host.toLowerCase(Locale.ROOT));
    }

    /** Not one of the addresses that IANA's registries of special-purpose addresses (RFC 6890) keep for other uses. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
    }

    private static boolean isPublic4(byte[] b, int from) {
        int first = b[from] & 0xff;
        int second = b[from + 1] & 0xff;
        int third = b[from + 2] & 0xff;
        return first != 0
                && first != 10
                && first != 127
                && !(first == 100 && (second & 0xc0) == 64) // Shared by carriers, RFC 6598.
                && !(first == 169 && second == 254)
                && !(first == 172 && (second & 0xf0) == 16)
                && !(first == 192 && second == 168)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 192 && second == 88 && third == 99)
                && !(first == 198 && (second & 0xfe) == 18)
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113)
                && first < 224;
    }

    /** Global unicast alone, without what wraps an address of the fourth version or is kept for documents. */
    private static boolean isPublic6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int second = (b[2] & 0xff) << 8 | b[3] & 0xff;
        if (first == 0x64 && second == 0xff9b) {
            // Translated by NAT64 (RFC 6052); prefixes for local use (RFC 8215) hold the address wherever they like.
            return isZero(b, 4, 12) && isPublic4(b, 12);
        }
        return (first & 0xe000) == 0x2000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
                && !(first == 0x3fff && second < 0x1000);
    }

    private static boolean isZero(byte[] b, int from, int to) {
        return Arrays.equals(b, from, to, new byte[to - from], 0, to - from);
    }
}
