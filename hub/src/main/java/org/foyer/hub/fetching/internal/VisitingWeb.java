package org.foyer.hub.fetching.internal;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.fetching.Visit;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;

/** One visit: follows redirects within the listed hosts, waits, tries again what may pass, and counts everything. */
public final class VisitingWeb implements Web {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What passes, if one waits. */
    private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

    /** What a connector may understand. */
    private static final Set<Integer> TOLD = Set.of(304, 400, 404, 410);

    /** Headers that go to any host; all others may prove who asks and stay with the first one. */
    private static final Set<String> COMMON = Set.of("accept", "accept-language", "if-none-match", "if-modified-since");

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final FetchLimits limits;
    private final Outside outside;
    private final AddressRules rules;
    private final Exchange exchange;
    private final Visit visit;
    private final Turns turns;

    public VisitingWeb(FetchLimits limits, Outside outside, AddressRules rules, Exchange exchange, Visit visit) {
        this.limits = limits;
        this.outside = outside;
        this.rules = rules;
        this.exchange = exchange;
        this.visit = visit;
        this.turns = new Turns(limits, outside, visit);
    }

    @Override
    public WebAnswer get(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>(request.headers());
        if (request.etag() != null) {
            headers.put("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            headers.put("If-Modified-Since", request.lastModified());
        }
        URI address = request.address();
        for (int redirects = 0; redirects <= limits.redirectsMax(); redirects++) {
            WebAnswer answer = tried(address, headers);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            address = next(address, answer, headers);
        }
        throw new NotFetched("fetch-redirects-too-many", Integer.toString(limits.redirectsMax()));
    }

    @Override
    public void atMostEvery(Duration between) {
        turns.atMostEvery(between);
    }

    private URI next(URI from, WebAnswer answer, Map<String, String> headers) throws NotFetched {
        URI to;
        try {
            to = from.resolve(answer.header("Location").orElse("").strip());
        } catch (IllegalArgumentException unreadable) {
            throw new NotFetched("fetch-address-unreadable");
        }
        rules.check(to, visit.hosts());
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new NotFetched("fetch-redirect-open", Turns.host(to));
        }
        if (!isSameOrigin(from, to)) {
            headers.keySet().removeIf(name -> !COMMON.contains(name.toLowerCase(java.util.Locale.ROOT)));
        }
        return to;
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && AddressRules.port(one) == AddressRules.port(other);
    }

    /** An answer that is no passing failure. */
    private WebAnswer tried(URI address, Map<String, String> headers) throws IOException {
        rules.check(address, visit.hosts());
        for (int tries = 1; ; tries++) {
            NotFetched failure;
            try {
                WebAnswer answer = once(address, headers);
                if (!BUSY.contains(answer.status())) {
                    return judged(answer);
                }
                failure = busy(answer);
            } catch (IOException e) {
                failure = turns.told(e, Turns.host(address));
                if (!mayPass(e)) {
                    throw failure;
                }
            }
            Duration asked = failure.after();
            Duration wait = asked == null ? backOff(tries) : asked;
            if (tries >= limits.triesMax() || wait.compareTo(limits.waitMax()) > 0 || !turns.isTimeFor(wait)) {
                throw failure;
            }
            turns.pause(wait);
        }
    }

    private WebAnswer once(URI address, Map<String, String> headers) throws IOException {
        return turns.take(bytesMax -> exchange.ask(address, headers, bytesMax));
    }

    private static WebAnswer judged(WebAnswer answer) throws NotFetched {
        int status = answer.status();
        if (answer.isThere() || TOLD.contains(status) || REDIRECTS.contains(status)) {
            return answer;
        }
        String host = Turns.host(answer.address());
        if (status == 401 || status == 403) {
            throw new NotFetched("fetch-not-allowed", host, Integer.toString(status));
        }
        throw new NotFetched("fetch-status", host, Integer.toString(status));
    }

    private NotFetched busy(WebAnswer answer) {
        Duration after = answer.header("Retry-After")
                .flatMap(header -> RetryAfter.of(header, outside.clock().instant()))
                .orElse(null);
        String host = Turns.host(answer.address());
        return answer.status() == 429 || answer.status() == 503 && after != null
                ? new NotFetched(after, "fetch-busy", host)
                : new NotFetched(after, "fetch-status", host, Integer.toString(answer.status()));
    }

    private static boolean mayPass(IOException e) {
        return !(e instanceof NotFetched
                || e instanceof Exchange.TooLarge
                || e instanceof UnknownHostException
                || e instanceof ZipException
                || e instanceof SSLException);
    }

    private Duration backOff(int tries) {
        Duration most = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        Duration bounded = most.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : most;
        return Duration.ofMillis(
                (long) (bounded.toMillis() * (0.5 + 0.5 * outside.jitter().getAsDouble())));
    }
}
