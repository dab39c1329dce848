package org.foyer.hub.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.fetching.internal.AddressRules;
import org.foyer.hub.fetching.internal.Exchange;
import org.foyer.kit.WebAnswer;

/**
 * Brings one message at a time to a host that is known beforehand, by the same rules by which anything is fetched: only http and https,
 * only hosts that were named, only public addresses. Nothing is followed and nothing is tried again here.
 */
public final class Courier implements AutoCloseable {

    /** What came back. */
    public record Receipt(int status, String body) {}

    private final AddressRules rules;
    private final Exchange exchange;

    public Courier(FetchLimits limits, Outside outside) {
        this.rules = new AddressRules(outside);
        this.exchange = new Exchange(limits, rules);
    }

    /**
     * Posts a JSON message once.
     *
     * @param hosts that may be written to, in lower case, without ports
     * @param answerBytesMax how long the answer may be
     * @throws IOException when it cannot be brought, the answer is too long or takes too long, or the address is not allowed
     */
    public Receipt post(URI address, Set<String> hosts, Map<String, String> headers, String json, int answerBytesMax)
            throws IOException {
        rules.check(address, hosts);
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        WebAnswer answer = exchange.send(
                new Sending.Request(Sending.Method.POST, address, all, json.getBytes(StandardCharsets.UTF_8)),
                answerBytesMax);
        return new Receipt(answer.status(), new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** What came back. */
    public record Parcel(int status, byte[] body) {}

    /**
     * Posts bytes once, and takes bytes.
     *
     * @param hosts that may be written to, in lower case, without ports
     * @param answerBytesMax how long the answer may be
     * @throws IOException as for a JSON message
     */
    public Parcel carry(URI address, Set<String> hosts, Map<String, String> headers, byte[] body, int answerBytesMax)
            throws IOException {
        rules.check(address, hosts);
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/octet-stream");
        WebAnswer answer = exchange.send(new Sending.Request(Sending.Method.POST, address, all, body), answerBytesMax);
        return new Parcel(answer.status(), answer.body().readAllBytes());
    }

    /**
     * Brings one file here, as it comes.
     *
     * @param to file that is written anew
     * @param bytesMax how long it may be
     * @return status of the answer; nothing was written unless it is 200
     * @throws IOException when there was no whole answer, it is too long or takes too long, or the address is not allowed
     */
    public int fetch(URI address, Set<String> hosts, Map<String, String> headers, Path to, long bytesMax)
            throws IOException {
        rules.check(address, hosts);
        return exchange.keep(address, headers, to, bytesMax);
    }

    /**
     * Brings one file there, as it is read.
     *
     * @param bytes how long it is; a longer or shorter one is not taken for whole
     * @return status of the answer
     * @throws IOException when it cannot be brought, takes too long, or the address is not allowed
     */
    public int bring(URI address, Set<String> hosts, Map<String, String> headers, InputStream file, long bytes)
            throws IOException {
        rules.check(address, hosts);
        return exchange.bring(address, headers, file, bytes);
    }

    @Override
    public void close() {
        try {
            exchange.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
