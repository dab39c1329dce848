package org.foyer.hub.intake.internal.pull;

import static org.foyer.hub.intake.internal.pull.SettingCheck.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.kit.Connector;
import org.foyer.kit.Problem;

/** What is wrong with what a person says of an address, all at once; nothing is asked of the network. */
final class SourceCheck {

    private static final int HOSTS_MAX = 10;
    private static final int SECRET_CHARACTERS_MAX = 1_000;
    private static final int SETTING_CHARACTERS_MAX = 20_000;
    private static final String HOST = "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?";

    private final Connectors connectors;
    private final Fetcher fetcher;

    SourceCheck(Connectors connectors, Fetcher fetcher) {
        this.connectors = connectors;
        this.fetcher = fetcher;
    }

    /** What was said, as it is kept, or why not. */
    record Checked(List<Problem> problems, URI address, List<String> hosts) {}

    Checked check(SourceWish wish) {
        List<Problem> problems = new ArrayList<>();
        String name = wish.name().strip();
        if (name.isEmpty()
                || name.length() > PulledSources.NAME_CHARACTERS_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(problem("name", "source-name", Integer.toString(PulledSources.NAME_CHARACTERS_MAX)));
        }
        if (wish.everyMinutes() < PulledSources.MINUTES_MIN || wish.everyMinutes() > PulledSources.MINUTES_MAX) {
            problems.add(problem(
                    "everyMinutes",
                    "source-interval",
                    Integer.toString(PulledSources.MINUTES_MIN),
                    Integer.toString(PulledSources.MINUTES_MAX)));
        }
        Optional<URI> address = address(wish.address());
        List<String> hosts = hosts(wish, address, problems);
        address.ifPresentOrElse(
                found -> address(found, hosts, wish, problems),
                () -> problems.add(problem("address", "fetch-address-unreadable")));
        secret(wish, problems);
        Optional<Connector> connector = connectors.find(wish.kind());
        if (connector.isEmpty()) {
            problems.add(problem("kind", "source-kind-unknown", String.join(", ", connectors.kinds())));
        } else if (wish.settings().values().stream().anyMatch(value -> value.length() > SETTING_CHARACTERS_MAX)) {
            problems.add(problem("setting", "source-setting-long", Integer.toString(SETTING_CHARACTERS_MAX)));
        } else if (address.isPresent()) {
            problems.addAll(connector
                    .get()
                    .check(new Connector.Order(address.get(), wish.settings(), wish.secret(), null, null, null)));
        }
        return new Checked(problems, address.orElse(URI.create("https:///")), hosts);
    }

    /** Calendars are often named by a scheme of their own, which means https. */
    private static Optional<URI> address(String given) {
        String text = given.strip();
        String plain = text.regionMatches(true, 0, "webcal://", 0, 9) ? "https://" + text.substring(9) : text;
        try {
            URI address = new URI(plain);
            return address.getHost() == null && address.getRawAuthority() == null
                    ? Optional.empty()
                    : Optional.of(address);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static List<String> hosts(SourceWish wish, Optional<URI> address, List<Problem> problems) {
        Set<String> hosts = new LinkedHashSet<>();
        address.map(URI::getHost).ifPresent(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        for (String named : wish.hosts()) {
            String host = named.strip().toLowerCase(Locale.ROOT);
            if (host.matches(HOST)) {
                hosts.add(host);
            } else if (!host.isEmpty()) {
                problems.add(problem("hosts", "source-host", host));
            }
        }
        if (hosts.size() > HOSTS_MAX) {
            problems.add(problem("hosts", "source-hosts-too-many", Integer.toString(HOSTS_MAX)));
        }
        return List.copyOf(hosts);
    }

    private void address(URI address, List<String> hosts, SourceWish wish, List<Problem> problems) {
        fetcher.objection(address, Set.copyOf(hosts))
                .ifPresent(found -> problems.add(
                        problem("address", found.code(), found.arguments().toArray(String[]::new))));
        boolean open = "http".equalsIgnoreCase(address.getScheme());
        if (open && wish.secret() != null && !fetcher.isAllowedHere(address)) {
            problems.add(problem("secret", "source-secret-open"));
        }
    }

    private static void secret(SourceWish wish, List<Problem> problems) {
        String secret = wish.secret();
        if (secret != null
                && (secret.isBlank()
                        || secret.length() > SECRET_CHARACTERS_MAX
                        || secret.chars().anyMatch(character -> character < 0x20 || character > 0x7e))) {
            problems.add(problem("secret", "source-secret", Integer.toString(SECRET_CHARACTERS_MAX)));
        }
    }
}
