package org.foyer.hub.fetching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.fetching.internal.AddressRules;
import org.foyer.hub.fetching.internal.Exchange;
import org.foyer.hub.fetching.internal.SendingOnce;
import org.foyer.hub.fetching.internal.VisitingWeb;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Problem;
import org.foyer.kit.Web;

/**
 * The one way out. Only http and https, only hosts that were listed, only public addresses: the address is checked that is
 * connected to, at each connection and after each redirect, so that a name which means something else a moment later gains
 * nothing. No proxy, no cookie, no memory between visits.
 */
public final class Fetcher implements AutoCloseable {

    private final FetchLimits limits;
    private final Outside outside;
    private final AddressRules rules;
    private final Exchange exchange;

    public Fetcher(FetchLimits limits, Outside outside) {
        this.limits = limits;
        this.outside = outside;
        this.rules = new AddressRules(outside);
        this.exchange = new Exchange(limits, rules);
    }

    /** Begins a visit. It is used by one thread, and its limits count from now. */
    public Web visit(Visit visit) {
        return new VisitingWeb(limits, outside, rules, exchange, visit);
    }

    /** Begins a visit in which something is sent, with the same rules and limits. It is used by one thread. */
    public Sending sending(Visit visit) {
        return new SendingOnce(limits, outside, rules, exchange, visit);
    }

    /** Why an address can never be fetched, before anything is asked; names are not looked up. */
    public Optional<Problem> objection(URI address, Set<String> hosts) {
        try {
            rules.check(address, hosts);
            return Optional.empty();
        } catch (NotFetched refused) {
            return Optional.of(refused.problem());
        }
    }

    /** Whether an address is one of this machine's that the settings of the node allow. */
    public boolean isAllowedHere(URI address) {
        return rules.isAllowedPort(address);
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
