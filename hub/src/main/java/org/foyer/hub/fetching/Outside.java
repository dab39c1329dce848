package org.foyer.hub.fetching;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What lies outside of the node, as far as fetching needs it.
 *
 * @param names finds the addresses of a host
 * @param allowed addresses of this very machine that may be reached although they are not public; none outside of tests
 *     and local tools
 * @param pause waits
 * @param jitter from 0 to 1, so that many nodes do not come back at the same moment
 */
public record Outside(Names names, Set<InetSocketAddress> allowed, Clock clock, Pause pause, DoubleSupplier jitter) {

    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    public Outside {
        allowed = Set.copyOf(allowed);
    }

    /** The world as it is. */
    public static Outside real(Set<InetSocketAddress> allowed, Clock clock) {
        return new Outside(
                host -> List.of(InetAddress.getAllByName(host)),
                allowed,
                clock,
                time -> Thread.sleep(time.toMillis()),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Reads the setting FOYER_FETCH_ALLOWED.
     *
     * @param text addresses of this machine with their ports, parted by commas: {@code 127.0.0.1:8099,[::1]:8099}
     * @throws IllegalArgumentException for anything but loopback addresses with a port
     */
    public static Set<InetSocketAddress> allowed(String text) {
        Set<InetSocketAddress> allowed = new LinkedHashSet<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> allowed.add(loopback(part)));
        return allowed;
    }

    private static InetSocketAddress loopback(String part) {
        if (!part.matches("(127(\\.\\d{1,3}){3}|\\[::1]):\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "FOYER_FETCH_ALLOWED takes addresses of this machine with a port, such as 127.0.0.1:8099");
        }
        int colon = part.lastIndexOf(':');
        try {
            String host = part.substring(0, colon).replace("[", "").replace("]", "");
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(part.substring(colon + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("FOYER_FETCH_ALLOWED", e);
        }
    }
}
