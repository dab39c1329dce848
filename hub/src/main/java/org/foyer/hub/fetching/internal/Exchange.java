package org.foyer.hub.fetching.internal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Sending;
import org.foyer.kit.WebAnswer;
import org.jspecify.annotations.Nullable;

/** One request, one answer: nothing is followed, remembered or tried again here. */
public final class Exchange implements Closeable {

    private static final String USER_AGENT = "Foyer (fetches what a house asked for)";
    private static final String GZIP = "gzip";
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int HEADERS_MAX = 100;

    /** Held, because a logger that nobody holds forgets its level. In its chatter the library writes headers, secrets too. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("org.apache.hc");

    private final FetchLimits limits;
    private final AddressRules rules;
    private @Nullable CloseableHttpClient client;

    /** Ends answers that take too long, however little of them comes at a time. */
    private final ScheduledExecutorService ender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fetching");
        thread.setDaemon(true);
        return thread;
    });

    /** The answer is longer than is read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    public Exchange(FetchLimits limits, AddressRules rules) {
        this.limits = limits;
        this.rules = rules;
    }

    /** Made at the first question, since its classes would cost every command a part of a second. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = made();
        }
        return client;
    }

    private CloseableHttpClient made() {
        LIBRARY_LOG.setLevel(Level.WARNING);
        Timeout silence = Timeout.of(limits.silenceMax());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(rules))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(silence)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression() // it would offer every packing that any library here can read
                .build();
    }

    /** What is connected to is what was checked: there is no second look-up between the two. */
    private record CheckedNames(AddressRules rules) implements DnsResolver {

        /** Without the port nothing can be told from what is allowed, so nobody may ask so. */
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return rules.resolve(host, port);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Asks once.
     *
     * @param bytesMax how long the answer may be
     * @throws java.io.InterruptedIOException when it takes too long
     * @throws TooLarge when it is too long
     */
    WebAnswer ask(URI address, Map<String, String> headers, long bytesMax) throws IOException {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        return execute(address, request, bytesMax);
    }

    /** The same for a request of any kind. */
    public WebAnswer send(Sending.Request sent, long bytesMax) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(sent.method().name(), sent.address());
        sent.headers().forEach(request::setHeader);
        if (sent.body().length > 0) {
            request.setEntity(new ByteArrayEntity(sent.body(), null)); // its type is among the headers
        }
        return execute(sent.address(), request, bytesMax);
    }

    /**
     * Asks once, and keeps the answer in a file as it comes. A file may take as long as a visit.
     *
     * @return status of the answer; nothing was written unless it is 200
     * @throws TooLarge when it is longer than that; nothing of it stays
     */
    public int keep(URI address, Map<String, String> headers, Path to, long bytesMax) throws IOException {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        return within(limits.visitMax(), request, response -> kept(request, response, to, bytesMax));
    }

    /**
     * Brings a file there as it is read. It may take as long as a visit.
     *
     * @return status of the answer, of which nothing more is read
     */
    public int bring(URI address, Map<String, String> headers, InputStream file, long bytes) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase("POST", address);
        headers.forEach(request::setHeader);
        request.setEntity(new InputStreamEntity(file, bytes, null)); // its type is among the headers
        return within(limits.visitMax(), request, response -> {
            request.abort();
            return response.getCode();
        });
    }

    private static int kept(HttpGet request, ClassicHttpResponse response, Path to, long bytesMax) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != HttpStatus.SC_OK || entity == null) {
            request.abort(); // or the rest of it would be read to keep the connection
            return response.getCode();
        }
        try (OutputStream out = Files.newOutputStream(to)) {
            copy(entity.getContent(), out, bytesMax);
        } catch (IOException broken) {
            request.abort();
            Files.deleteIfExists(to);
            throw broken;
        }
        return response.getCode();
    }

    private WebAnswer execute(URI address, HttpUriRequestBase request, long bytesMax) throws IOException {
        request.setHeader("Accept-Encoding", GZIP);
        return within(limits.answerMax(), request, response -> answer(address, request, response, bytesMax));
    }

    private <T> T within(Duration most, HttpUriRequestBase request, HttpClientResponseHandler<T> reading)
            throws IOException {
        boolean[] ended = {false};
        ScheduledFuture<?> end = ender.schedule(
                () -> {
                    ended[0] = true;
                    request.abort();
                },
                most.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return client().execute(request, reading);
        } catch (IOException | RuntimeException e) {
            if (ended[0]) {
                throw new java.io.InterruptedIOException("answer took too long");
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private WebAnswer answer(URI address, HttpUriRequestBase request, ClassicHttpResponse response, long bytesMax)
            throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            if (headers.size() < HEADERS_MAX && header.getValue() != null) {
                headers.putIfAbsent(header.getName(), header.getValue());
            }
        }
        HttpEntity entity = response.getEntity();
        byte[] body = new byte[0];
        if (entity != null) {
            try {
                body = read(unpacked(entity, headers.getOrDefault("Content-Encoding", "")), bytesMax);
            } catch (IOException | RuntimeException broken) {
                request.abort(); // or the rest of it would be read to keep the connection
                throw broken;
            }
        }
        return new WebAnswer(address, response.getCode(), headers, body);
    }

    private static InputStream unpacked(HttpEntity entity, String packing) throws IOException {
        return switch (packing.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> entity.getContent();
            case GZIP, "x-gzip" -> new GZIPInputStream(entity.getContent());
            default -> throw new ZipException(packing);
        };
    }

    private byte[] read(InputStream in, long bytesMax) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        copy(in, body, Math.min(bytesMax, limits.answerBytesMax()));
        return body.toByteArray();
    }

    private static void copy(InputStream in, OutputStream out, long bytesMax) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > bytesMax) {
                throw new TooLarge();
            }
            out.write(buffer, 0, read);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        ender.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
