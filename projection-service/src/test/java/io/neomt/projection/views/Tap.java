package io.neomt.projection.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the service and a server, and can be shut: then connections break and new ones get no answer. */
final class Tap implements AutoCloseable {

    private final ServerSocket listening;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean shut;

    Tap(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void shut() {
        shut = true;
        sockets.forEach(Tap::end);
        sockets.clear();
    }

    void open() {
        shut = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                if (shut) {
                    end(from);
                } else {
                    connect(from);
                }
            } catch (IOException e) {
                // closed at the end of the test
                return;
            }
        }
    }

    private void connect(Socket from) throws IOException {
        Socket to = new Socket(host, port);
        sockets.add(from);
        sockets.add(to);
        threads.execute(() -> copy(from, to));
        threads.execute(() -> copy(to, from));
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side is gone, so the other goes, too
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        shut();
        threads.close();
    }
}
