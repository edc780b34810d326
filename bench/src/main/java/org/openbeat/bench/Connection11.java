package org.openbeat.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One kept-alive HTTP/1.1 connection that writes bytes and reads bytes. A full client library would use a good part of the
 * two processors on which the server is measured.
 */
final class Connection11 implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;

    Connection11(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** An answer; {@code wireBytes} counts the body as it came, compressed or not, and the head. */
    record Answer(int status, Map<String, String> headers, byte[] body, long wireBytes) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return exchange(head("GET", path, headers) + "\r\n", new byte[0]);
    }

    Answer postForm(String path, String form, String... headers) throws IOException {
        return post(path, "application/x-www-form-urlencoded; charset=utf-8", form, headers);
    }

    Answer postJson(String path, String json, String... headers) throws IOException {
        return post(path, "application/json", json, headers);
    }

    private Answer post(String path, String type, String content, String... headers) throws IOException {
        var body = content.getBytes(StandardCharsets.UTF_8);
        return exchange(
                head("POST", path, headers) + "Content-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\n\r\n",
                body);
    }

    private static String head(String method, String path, String... headers) {
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    private Answer exchange(String head, byte[] body) throws IOException {
        var first = head.getBytes(StandardCharsets.UTF_8);
        var message = new byte[first.length + body.length];
        System.arraycopy(first, 0, message, 0, first.length);
        System.arraycopy(body, 0, message, first.length, body.length);
        socket.getOutputStream().write(message);
        var answer = read();
        if ("close".equalsIgnoreCase(answer.headers().get("connection"))) { // The server has had enough of this one.
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream(), 32_768);
        }
        return answer;
    }

    private Answer read() throws IOException {
        var statusLine = line();
        var status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        long bytes = statusLine.length() + 2;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            bytes += line.length() + 2;
        }
        var body = body(status, headers);
        return new Answer(status, headers, body, bytes + 2 + body.length);
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        var length = headers.get("content-length");
        return length != null ? exactly(Integer.parseInt(length)) : chunks();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    /** The next line of the answer, without its line break; for streams. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    /** Sends a request whose answer is read line by line with {@link #line()}. */
    void open(String path, String... headers) throws IOException {
        socket.getOutputStream().write((head("GET", path, headers) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
