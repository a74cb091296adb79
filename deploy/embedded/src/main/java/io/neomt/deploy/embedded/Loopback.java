package io.neomt.deploy.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** 127.0.0.1, whatever the machine's own tables say. */
public final class Loopback {

    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private Loopback() {}

    public static InetSocketAddress at(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
