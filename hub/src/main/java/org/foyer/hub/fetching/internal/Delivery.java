package org.foyer.hub.fetching.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.foyer.hub.fetching.Courier;
import org.foyer.hub.fetching.FetchLimits;
import org.jspecify.annotations.Nullable;

/** One message out, one answer in. */
public final class Delivery implements Closeable {

    private static final String USER_AGENT = "Foyer (brings what a house decided)";

    private static final int BUFFER_BYTES = 64 << 10;

    private final FetchLimits limits;
    private final AddressRules rules;
    private @Nullable CloseableHttpClient client;

    /** Ends answers that take too long, however little of them comes at a time. */
    private final ScheduledExecutorService ender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "delivery");
        thread.setDaemon(true);
        return thread;
    });

    public Delivery(FetchLimits limits, AddressRules rules) {
        this.limits = limits;
        this.rules = rules;
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            Timeout silence = Timeout.of(limits.silenceMax());
            client = HttpClients.custom()
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
                    .disableContentCompression()
                    .build();
        }
        return client;
    }

    /** What is connected to is what was checked. */
    private record CheckedNames(AddressRules rules) implements DnsResolver {

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

    /** Posts once. */
    public Courier.Receipt post(URI address, Map<String, String> headers, String json, int answerBytesMax)
            throws IOException {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end =
                ender.schedule(request::abort, limits.answerMax().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client().execute(request, response -> answer(request, response, answerBytesMax));
        } finally {
            end.cancel(false);
        }
    }

    private static Courier.Receipt answer(HttpPost request, ClassicHttpResponse response, int most) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(most + 1);
        if (body.length > most) {
            request.abort(); // or the rest of it would be read to keep the connection
            throw new Exchange.TooLarge();
        }
        return new Courier.Receipt(response.getCode(), new String(body, StandardCharsets.UTF_8));
    }

    /** Fetches once, into a file. A file may take as long as a visit. */
    public int fetch(URI address, Map<String, String> headers, Path to, long bytesMax) throws IOException {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        ScheduledFuture<?> end =
                ender.schedule(request::abort, limits.visitMax().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client().execute(request, response -> kept(request, response, to, bytesMax));
        } finally {
            end.cancel(false);
        }
    }

    private static int kept(HttpGet request, ClassicHttpResponse response, Path to, long bytesMax) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            request.abort();
            return response.getCode();
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        InputStream in = entity.getContent();
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > bytesMax) {
                    request.abort();
                    throw new Exchange.TooLarge();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            Files.deleteIfExists(to);
            throw broken;
        }
        return response.getCode();
    }

    @Override
    public synchronized void close() throws IOException {
        ender.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
