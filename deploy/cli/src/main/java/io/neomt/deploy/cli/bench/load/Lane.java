package io.neomt.deploy.cli.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests to one server in one thread. At a rate each request has its time, and what it takes counts from then on,
 * also where it had to wait for a connection: a server that stands still is seen by all who would have come meanwhile.
 * Without a rate each connection sends as soon as it has its answer.
 */
final class Lane {

    private static final long NANOS = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    /** So long sleeps that are shorter cost more than they are worth. */
    private static final long NAP = 30_000L;

    private static final long LOOK_MILLIS = 5;
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private final Plan plan;
    private final List<byte[]> requests;
    private final Answers answers;
    private final Deque<Line> free = new ArrayDeque<>();
    private int turn;

    Lane(Plan plan, Answers answers) throws IOException {
        this.plan = plan;
        this.requests = RequestFile.read(plan.file());
        this.answers = answers;
    }

    /** @param begin from which on requests are sent; counted are those of after the warm-up */
    void run(long begin) throws IOException {
        try (Selector selector = Selector.open()) {
            InetSocketAddress server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), plan.port());
            for (int i = 0; i < plan.connections(); i++) {
                free.add(new Line(server, selector));
            }
            long counted = begin + plan.warmSeconds() * NANOS;
            long end = counted + plan.seconds() * NANOS;
            long sent = 0;
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                sent += plan.rate() == 0 ? sendAll() : sendDue(begin, sent, now);
                if (await(selector, Math.min(end, due(begin, sent)))) {
                    look(selector, counted, end);
                }
            }
        }
    }

    /** When one is to be sent before which so many were. */
    private long due(long begin, long sent) {
        return plan.rate() == 0 ? Long.MAX_VALUE : begin + (long) (sent * (NANOS / plan.rate()));
    }

    private long sendAll() throws IOException {
        long sent = 0;
        while (!free.isEmpty()) {
            send(System.nanoTime());
            sent++;
        }
        return sent;
    }

    private long sendDue(long begin, long sentBefore, long now) throws IOException {
        long sent = 0;
        while (!free.isEmpty()) {
            long due = due(begin, sentBefore + sent);
            if (due > now) {
                break;
            }
            send(due);
            sent++;
        }
        return sent;
    }

    private void send(long due) throws IOException {
        byte[] request = requests.get(turn);
        turn = turn + 1 == requests.size() ? 0 : turn + 1;
        free.remove().send(request, due);
    }

    /**
     * Waits for an answer, at most until the next request is to be sent.
     *
     * @return whether there is one
     */
    private boolean await(Selector selector, long next) throws IOException {
        long left = next - System.nanoTime();
        if (free.size() == plan.connections()) {
            LockSupport.parkNanos(left);
            return false;
        }
        if (free.isEmpty()) {
            return selector.select(LOOK_MILLIS) > 0;
        }
        if (left > MILLI) {
            return selector.select(Math.min(LOOK_MILLIS, left / MILLI)) > 0;
        }
        if (selector.selectNow() > 0) {
            return true;
        }
        LockSupport.parkNanos(Math.min(NAP, left));
        return false;
    }

    private void look(Selector selector, long counted, long end) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            Line line = (Line) key.attachment();
            if (key.isWritable()) {
                line.write();
            }
            if (key.isReadable()) {
                answered(line, line.read(), counted, end);
            }
        }
        selector.selectedKeys().clear();
    }

    private void answered(Line line, int status, long counted, long end) {
        if (status == 0) {
            return;
        }
        free.add(line);
        long now = System.nanoTime();
        if (now >= counted && now < end) {
            answers.add(now - counted, now - line.due(), status >= OK && status < NOT_OK);
        }
    }
}
