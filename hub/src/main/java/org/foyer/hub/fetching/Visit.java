package org.foyer.hub.fetching;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one visit may do.
 *
 * @param hosts names of the hosts that the house listed, without ports
 * @param between how long is waited between the beginnings of two requests
 */
public record Visit(Set<String> hosts, Duration between) {
    public Visit {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
