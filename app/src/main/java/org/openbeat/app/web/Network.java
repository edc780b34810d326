package org.openbeat.app.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A network in CIDR notation (RFC 4632, RFC 4291), or a single address. */
record Network(byte[] base, int bits) {
    /** What cannot be a name: four numbers, or something with a colon. */
    private static final Pattern DIGITS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%\\w+)?");

    static Network parse(String text) {
        int slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("not an address or network: " + text);
        }
        var base = address.getAddress();
        int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > base.length * 8) {
            throw new IllegalArgumentException("not a length of a network: " + text);
        }
        return new Network(base, bits);
    }

    /** An address written in digits, or null: a name is never looked up. */
    static @Nullable InetAddress literal(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    boolean contains(InetAddress address) {
        var other = address.getAddress();
        if (other.length != base.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        return Arrays.equals(base, 0, whole, other, 0, whole)
                && (rest == 0 || ((base[whole] ^ other[whole]) & (0xff << (8 - rest)) & 0xff) == 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(base, network.base);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(base) * 31 + bits;
    }
}
