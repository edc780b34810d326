package org.openbeat.app.dispatch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many consoles at the stream, read by one thread: the test must not cost more than what it tests. */
final class ManyConsoles implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    ManyConsoles(int count, int port, String cookies, long after) throws IOException {
        var request = ("GET /api/dispatch/stream?after=" + after + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookies
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
            channels.add(channel);
        }
        awaitAll("event: hello");
    }

    /** Reads until every console has had the text since the last call, or the stream of one ends. */
    void awaitAll(String text) throws IOException {
        int missing = channels.size();
        for (var key : selector.keys()) {
            if (forget(key, text)) {
                missing--;
            }
        }
        while (missing > 0) {
            if (selector.select(20_000) == 0) {
                throw new IOException(missing + " consoles have heard nothing of " + text);
            }
            for (var key : selector.selectedKeys()) {
                read(key);
                if (forget(key, text)) {
                    missing--;
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private static boolean forget(SelectionKey key, String text) {
        var heard = (StringBuilder) key.attachment();
        int at = heard.indexOf(text);
        if (at >= 0) {
            heard.delete(0, at + text.length());
        }
        return at >= 0;
    }

    private void read(SelectionKey key) throws IOException {
        buffer.clear();
        if (((SocketChannel) key.channel()).read(buffer) < 0) {
            throw new IOException("a stream ended");
        }
        buffer.flip();
        ((StringBuilder) key.attachment()).append(StandardCharsets.UTF_8.decode(buffer));
    }

    @Override
    public void close() throws IOException {
        for (var channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
