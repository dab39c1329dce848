package org.foyer.hub.fetching.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.fetching.Sending;
import org.foyer.hub.fetching.Visit;
import org.foyer.kit.NotFetched;
import org.foyer.kit.WebAnswer;

/** One visit in which something is sent: the rules of {@link VisitingWeb} for addresses and amounts, and no second try of anything. */
public final class SendingOnce implements Sending {

    private final FetchLimits limits;
    private final Outside outside;
    private final AddressRules rules;
    private final Exchange exchange;
    private final Visit visit;
    private final Turns turns;

    public SendingOnce(FetchLimits limits, Outside outside, AddressRules rules, Exchange exchange, Visit visit) {
        this.limits = limits;
        this.outside = outside;
        this.rules = rules;
        this.exchange = exchange;
        this.visit = visit;
        this.turns = new Turns(limits, outside, visit);
    }

    @Override
    public WebAnswer send(Request request) throws IOException {
        rules.check(request.address(), visit.hosts());
        if (!"https".equalsIgnoreCase(request.address().getScheme()) && !rules.isAllowedPort(request.address())) {
            throw new NotFetched("source-secret-open");
        }
        if (request.body().length > BODY_BYTES_MAX) {
            throw new IllegalArgumentException("a request of " + request.body().length + " bytes");
        }
        try {
            return turns.take(bytesMax -> exchange.send(request, bytesMax));
        } catch (IOException e) {
            throw turns.told(e, Turns.host(request.address()));
        }
    }

    @Override
    public Optional<Duration> askedToWait(WebAnswer answer) {
        return answer.header("Retry-After")
                .flatMap(header -> RetryAfter.of(header, outside.clock().instant()));
    }

    @Override
    public boolean waited(WebAnswer answer) throws NotFetched {
        Optional<Duration> asked = askedToWait(answer);
        if (asked.isEmpty() || asked.get().compareTo(limits.waitMax()) > 0 || !turns.isTimeFor(asked.get())) {
            return false;
        }
        turns.pause(asked.get());
        return true;
    }
}
