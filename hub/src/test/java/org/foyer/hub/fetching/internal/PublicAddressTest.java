package org.foyer.hub.fetching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "100.63.255.255",
                "100.128.0.0",
                "2a00:1450:4007::1",
                "2606:4700::1111"
            })
    void serversOfTheInternetArePublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Provide
    Arbitrary<byte[]> privateAddresses() {
        Arbitrary<byte[]> blocks = Arbitraries.of(
                new byte[] {10},
                new byte[] {127},
                new byte[] {0},
                new byte[] {(byte) 192, (byte) 168},
                new byte[] {(byte) 169, (byte) 254},
                new byte[] {(byte) 172, 16},
                new byte[] {(byte) 172, 31},
                new byte[] {100, 64},
                new byte[] {(byte) 224},
                new byte[] {(byte) 255});
        return Combinators.combine(
                        blocks, Arbitraries.bytes().array(byte[].class).ofSize(4))
                .as((block, rest) -> {
                    byte[] address = rest.clone();
                    System.arraycopy(block, 0, address, 0, block.length);
                    return address;
                });
    }

    /** As itself, and inside every kind of longer address that holds a shorter one. */
    @Property
    void aPrivateAddressIsPrivateInEveryWrapping(@ForAll("privateAddresses") byte[] inner) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByAddress(inner))).isFalse();
        byte[] nothing = new byte[16];
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        byte[] translated = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] tunnelled = {0x20, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        assertThat(PublicAddress.is(wrapped(nothing, 12, inner))).isFalse();
        assertThat(PublicAddress.is(wrapped(mapped, 12, inner))).isFalse();
        assertThat(PublicAddress.is(wrapped(translated, 12, inner))).isFalse();
        assertThat(PublicAddress.is(wrapped(tunnelled, 2, inner))).isFalse();
    }

    private static InetAddress wrapped(byte[] outer, int at, byte[] inner) throws UnknownHostException {
        System.arraycopy(inner, 0, outer, at, inner.length);
        return InetAddress.getByAddress(outer);
    }
}
