package org.foyer.hub.fetching.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are those of anyone's servers on the Internet, after the registries of special-purpose addresses that IANA
 * keeps (RFC 6890, as of 2026). Everything else may be a machine that trusts its neighbours.
 */
final class PublicAddress {

    private record Block(byte[] first, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> CLOSED_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32"); // looks public, and is the inner door of a large host of machines

    /** What the Internet uses of version 6. */
    private static final List<Block> OPEN_6 = blocks("2000::/3");

    /** Of it, what leads elsewhere: tunnels, examples, addresses with others inside. */
    private static final List<Block> CLOSED_6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    private static List<Block> blocks(String... texts) {
        return java.util.Arrays.stream(texts).map(Block::of).toList();
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return CLOSED_4.stream().noneMatch(block -> block.holds(bytes));
        }
        return OPEN_6.stream().anyMatch(block -> block.holds(bytes))
                && CLOSED_6.stream().noneMatch(block -> block.holds(bytes));
    }
}
