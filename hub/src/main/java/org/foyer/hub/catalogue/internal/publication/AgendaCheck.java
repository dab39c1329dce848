package org.foyer.hub.catalogue.internal.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong with what a person says of an agenda, all at once; nothing is asked of the network. */
final class AgendaCheck {

    private static final int SECRET_CHARACTERS_MAX = 1_000;

    private final Map<String, AgendaKind> kinds;
    private final Fetcher fetcher;

    AgendaCheck(Map<String, AgendaKind> kinds, Fetcher fetcher) {
        this.kinds = kinds;
        this.fetcher = fetcher;
    }

    /** What was said, as it is kept, or why not. */
    record Checked(List<Problem> problems, URI address, Map<String, String> settings) {}

    Checked check(AgendaWish wish) {
        List<Problem> problems = new ArrayList<>();
        String name = wish.name().strip();
        if (name.isEmpty()
                || name.length() > Agendas.NAME_CHARACTERS_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(problem("name", "agenda-name", Integer.toString(Agendas.NAME_CHARACTERS_MAX)));
        }
        Integer every = wish.everyMinutes();
        if (every != null && (every < Agendas.MINUTES_MIN || every > Agendas.MINUTES_MAX)) {
            problems.add(problem(
                    "everyMinutes",
                    "agenda-interval",
                    Integer.toString(Agendas.MINUTES_MIN),
                    Integer.toString(Agendas.MINUTES_MAX)));
        }
        secret(wish.secret(), problems);
        AgendaKind kind = kinds.get(wish.kind());
        if (kind == null) {
            problems.add(problem("kind", "agenda-kind-unknown", String.join(", ", kinds.keySet())));
            return new Checked(problems, URI.create("https:///"), Map.of());
        }
        Map<String, String> settings = settings(kind, wish, problems);
        List<Problem> ofKind = kind.check(settings);
        problems.addAll(ofKind);
        Optional<URI> address =
                address(wish.address().isBlank() ? kind.address().toString() : wish.address());
        address.ifPresentOrElse(
                found -> reachable(found, ofKind.isEmpty() ? kind.further(settings) : Set.of(), problems),
                () -> problems.add(problem("address", "fetch-address-unreadable")));
        return new Checked(problems, address.orElse(kind.address()), settings);
    }

    private static Map<String, String> settings(AgendaKind kind, AgendaWish wish, List<Problem> problems) {
        Map<String, String> settings = new HashMap<>();
        wish.settings().forEach((name, value) -> {
            if (!kind.settings().contains(name)) {
                problems.add(problem("settings", "agenda-setting-unknown", AgendaCalls.words(name)));
            } else if (!value.isBlank()) {
                settings.put(name, value.strip());
            }
        });
        return settings;
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.strip().replaceAll("/+$", ""));
            return address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null
                    ? Optional.empty()
                    : Optional.of(address);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** The secret, or what it opens, goes to all of them. */
    private void reachable(URI address, Set<URI> further, List<Problem> problems) {
        Set<URI> all = new LinkedHashSet<>(List.of(address));
        all.addAll(further);
        for (URI one : all) {
            String host = String.valueOf(one.getHost()).toLowerCase(Locale.ROOT);
            fetcher.objection(one, Set.of(host))
                    .ifPresent(found -> problems.add(
                            problem("address", found.code(), found.arguments().toArray(String[]::new))));
            if ("http".equalsIgnoreCase(one.getScheme()) && !fetcher.isAllowedHere(one)) {
                problems.add(problem("address", "source-secret-open"));
            }
        }
    }

    private static void secret(@Nullable String secret, List<Problem> problems) {
        if (secret == null || secret.isBlank()) {
            problems.add(problem("secret", "agenda-secret-missing"));
        } else if (secret.length() > SECRET_CHARACTERS_MAX
                || secret.chars().anyMatch(character -> character < 0x20 || character > 0x7e)) {
            problems.add(problem("secret", "source-secret", Integer.toString(SECRET_CHARACTERS_MAX)));
        }
    }

    static Problem problem(String field, String code, String... arguments) {
        return Problem.stops(code, Place.of(field), arguments);
    }
}
