package org.tongcheng.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports of this machine that nobody listens on. */
public final class FreePorts {

    /** The system may offer a port again as soon as it is closed, and a broker needs two different ones. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A port that this process has not been given before. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return GIVEN.add(port) ? port : next();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }
}
