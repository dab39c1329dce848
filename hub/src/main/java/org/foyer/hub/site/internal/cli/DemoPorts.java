package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Ports of this machine for the nodes of the demonstration, which must be known before any of them opens. */
record DemoPorts(List<Integer> ports) {

    /**
     * Chooses them: the one that was asked for and those after it where they are free, else any.
     *
     * @param first 0 for any
     */
    static DemoPorts from(int first, int nodes) {
        Set<Integer> chosen = new LinkedHashSet<>();
        chosen.add(first == 0 ? free(0) : first);
        for (int i = 1; chosen.size() < nodes; i++) {
            chosen.add(first == 0 || i > nodes ? free(0) : free(first + i));
        }
        return new DemoPorts(List.copyOf(chosen));
    }

    int port(int node) {
        return ports.get(node);
    }

    /** Without a final slash. */
    String address(int node) {
        return "http://127.0.0.1:" + port(node);
    }

    /** What each of them may write to. */
    Set<InetSocketAddress> allowed() {
        return ports.stream()
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .collect(Collectors.toSet());
    }

    private static int free(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw new UncheckedIOException(taken);
            }
            return free(0);
        }
    }
}
