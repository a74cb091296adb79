package io.neomt.provisioning.connections;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks as much of PostgreSQL's protocol as it takes to let somebody in and to say of which version it is. */
final class OldServer implements AutoCloseable {

    private static final int SSL_REQUEST = 80_877_103;

    private final ServerSocket socket;
    private final String version;

    OldServer(String version) throws IOException {
        this.version = version;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                greet(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                // the client left, or the test is over
            }
        }
    }

    private void greet(DataInputStream in, DataOutputStream out) throws IOException {
        if (startup(in) == SSL_REQUEST) {
            out.writeByte('N');
            startup(in);
        }
        out.writeByte('R');
        out.writeInt(8);
        out.writeInt(0);
        parameter(out, "server_version", version);
        parameter(out, "client_encoding", "UTF8");
        parameter(out, "DateStyle", "ISO, MDY");
        parameter(out, "integer_datetimes", "on");
        parameter(out, "standard_conforming_strings", "on");
        out.writeByte('Z');
        out.writeInt(5);
        out.writeByte('I');
        out.flush();
        in.read();
    }

    private static void parameter(DataOutputStream out, String name, String value) throws IOException {
        byte[] text = (name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8);
        out.writeByte('S');
        out.writeInt(text.length + 4);
        out.write(text);
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.skipNBytes(length - 8);
        return code;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
