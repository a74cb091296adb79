package io.neomt.deploy.cli.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that is kept, with one request under way at most. */
final class Line {

    private static final int LONGEST_ANSWER = 1 << 20;

    private final InetSocketAddress server;
    private final Selector selector;
    private final byte[] bytes = new byte[LONGEST_ANSWER];
    private final ByteBuffer answer = ByteBuffer.wrap(bytes);
    private ByteBuffer left = ByteBuffer.allocate(0);
    private SocketChannel channel;
    private SelectionKey key;
    private long due;

    Line(InetSocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        this.channel = open(server);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    private static SocketChannel open(InetSocketAddress server) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel;
    }

    /** @param at when it was to be sent, from which on its time counts */
    void send(byte[] request, long at) throws IOException {
        due = at;
        left = ByteBuffer.wrap(request);
        write();
    }

    /** Goes on with a request that the connection did not take at once. */
    void write() throws IOException {
        channel.write(left);
        key.interestOps(left.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** @return the status of the answer once all of it is there; else 0 */
    int read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("the server closed a connection");
        }
        int end = AnswerReader.end(bytes, answer.position());
        if (end < 0) {
            return 0;
        }
        int status = AnswerReader.status(bytes);
        boolean last = AnswerReader.isLast(bytes, end);
        answer.clear();
        if (last) {
            reopen();
        }
        return status;
    }

    private void reopen() throws IOException {
        channel.close();
        channel = open(server);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    long due() {
        return due;
    }
}
