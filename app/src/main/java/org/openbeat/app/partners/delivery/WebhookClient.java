package org.openbeat.app.partners.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.openbeat.app.partners.delivery.Targets.Target;

/**
 * One request by HTTP/1.1 (RFC 9112) to an address that was checked, within one time for all of it. The clients of the JDK
 * look a name up themselves, so what was checked need not be what they call. Redirects are not followed, and of an answer
 * only the head is read.
 */
final class WebhookClient {
    private static final int LONGEST_HEAD = 16_384;

    private final Duration timeout;

    WebhookClient(Duration timeout) {
        this.timeout = timeout;
    }

    /** The head of an answer; names of fields in lower case. */
    record Reply(int status, Map<String, String> fields) {
        Reply {
            fields = Map.copyOf(fields);
        }

        Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    /** @throws IOException when there is no answer, or none in time */
    Reply send(String method, Target target, Map<String, String> fields, byte[] body) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (var plain = connect(target, deadline)) {
            var watch = Thread.ofVirtual().start(() -> closeAt(plain, deadline));
            try (var socket = target.encrypted() ? encrypt(plain, target) : plain) {
                var out = socket.getOutputStream();
                out.write(head(method, target, fields, body.length));
                out.write(body);
                out.flush();
                return read(socket, deadline);
            } finally {
                watch.interrupt();
            }
        }
    }

    /** Reading has a time of its own; writing to a receiver that takes nothing would have none. */
    private static void closeAt(Socket socket, long deadline) {
        long nanoseconds = deadline - System.nanoTime();
        while (nanoseconds > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(nanoseconds);
            nanoseconds = deadline - System.nanoTime();
        }
        if (!Thread.currentThread().isInterrupted()) {
            try {
                socket.close();
            } catch (IOException e) {
                return; // It is of no more use either way.
            }
        }
    }

    private static byte[] head(String method, Target target, Map<String, String> fields, int length) {
        var uri = target.uri();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var all = new LinkedHashMap<String, String>();
        all.put("Host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        all.put("User-Agent", "Openbeat");
        all.put("Connection", "close");
        all.put("Content-Length", Integer.toString(length));
        all.putAll(fields);
        var head = new StringBuilder(method).append(' ').append(path);
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\n");
        all.forEach((name, value) ->
                head.append(name).append(": ").append(line(value)).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A value that ends a line would begin a field of its own. */
    private static String line(String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new IllegalArgumentException("not a value of a field");
        }
        return value;
    }

    private static Socket connect(Target target, long deadline) throws IOException {
        IOException last = null;
        for (var address : target.addresses()) {
            try {
                return connect(target, address, deadline);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last == null ? new IOException("no address") : last;
    }

    private static Socket connect(Target target, InetAddress address, long deadline) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, target.port()), left(deadline));
            socket.setSoTimeout(left(deadline));
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** The certificate must be for the name, whatever address it was found at (RFC 9110, 4.3.4). */
    private static Socket encrypt(Socket socket, Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var encrypted = (SSLSocket) factory.createSocket(socket, target.uri().getHost(), target.port(), true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    private static Reply read(Socket socket, long deadline) throws IOException {
        var in = socket.getInputStream();
        var reply = parse(head(socket, in, deadline));
        while (reply.status() < 200) {
            reply = parse(head(socket, in, deadline)); // 100 to 199 come before the answer itself.
        }
        return reply;
    }

    private static String head(Socket socket, InputStream in, long deadline) throws IOException {
        var head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            socket.setSoTimeout(left(deadline));
            int read = in.read();
            if (read < 0 || head.size() > LONGEST_HEAD) {
                throw new ProtocolException("the answer has no head");
            }
            ends = read == '\n' ? ends + 1 : read == '\r' ? ends : 0;
            head.write(read);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static Reply parse(String head) throws ProtocolException {
        var lines = head.split("\r?\n");
        if (!lines[0].matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new ProtocolException("not an answer of HTTP/1.1");
        }
        var fields = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return new Reply(Integer.parseInt(lines[0].substring(9, 12)), fields);
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long milliseconds = (deadline - System.nanoTime()) / 1_000_000;
        if (milliseconds <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(milliseconds, Integer.MAX_VALUE);
    }
}
