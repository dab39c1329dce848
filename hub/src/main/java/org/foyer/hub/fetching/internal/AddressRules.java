package org.foyer.hub.fetching.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foyer.hub.fetching.Outside;
import org.foyer.kit.NotFetched;

/** Which addresses may be asked: first by how they are written, then by where they lead. */
public final class AddressRules {

    private static final int ADDRESS_CHARACTERS_MAX = 4_000;
    private static final int SHOWN_MAX = 200;

    private final Outside outside;

    public AddressRules(Outside outside) {
        this.outside = outside;
    }

    /** The name of a host leads to an address that may not be reached. */
    static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddress(String host) {
            super(host);
        }
    }

    /**
     * Judges how an address is written.
     *
     * @param hosts listed, in lower case
     */
    public void check(URI address, Set<String> hosts) throws NotFetched {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new NotFetched("fetch-scheme", shown(scheme));
        }
        if (address.getRawUserInfo() != null
                || address.getRawAuthority() != null
                        && address.getRawAuthority().contains("@")) {
            throw new NotFetched("fetch-userinfo");
        }
        String host = address.getHost();
        if (host == null || host.isEmpty() || address.toString().length() > ADDRESS_CHARACTERS_MAX) {
            throw new NotFetched("fetch-address-unreadable");
        }
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new NotFetched("fetch-host-not-listed", shown(host));
        }
        if (isNumber(host) && !isAllowed(host, port(address))) {
            throw new NotFetched("fetch-host-number", shown(host));
        }
    }

    /**
     * Whether a host is written as a number, in whatever spelling: its last part begins with a digit, which no name of the
     * Internet does, or it stands in brackets.
     */
    private static boolean isNumber(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = bare.substring(bare.lastIndexOf('.') + 1);
        return host.startsWith("[") || last.isEmpty() || Character.isDigit(last.charAt(0));
    }

    private boolean isAllowed(String host, int port) {
        return outside.allowed().stream()
                .anyMatch(one -> one.getPort() == port
                        && (one.getAddress().getHostAddress().equals(host)
                                || host.equals("[::1]")
                                        && one.getAddress().isLoopbackAddress()
                                        && one.getAddress().getAddress().length == 16));
    }

    /** Whether an address means a port of this machine that may be reached. */
    public boolean isAllowedPort(URI address) {
        return outside.allowed().stream().anyMatch(one -> one.getPort() == port(address));
    }

    /** The port that an address means. */
    static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /**
     * The addresses of a host, each of which may be connected to.
     *
     * @throws PrivateAddress when one of them is not public: such a name is not to be trusted with the others either
     */
    List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> found = outside.names().of(host);
        for (InetAddress address : found) {
            if (!PublicAddress.is(address) && !outside.allowed().contains(new InetSocketAddress(address, port))) {
                throw new PrivateAddress(host);
            }
        }
        return found.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    static String shown(String text) {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) : text;
    }
}
