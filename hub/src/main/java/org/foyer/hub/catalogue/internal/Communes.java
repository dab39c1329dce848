package org.foyer.hub.catalogue.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.internal.search.Folding;
import org.foyer.hub.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/** The communes of France by name and postcode; of Paris, Lyon and Marseille the arrondissements too. */
public final class Communes implements Places {

    private static final String SHIPPED = "/data/geo-france/communes.csv.gz";
    private static final Pattern POSTCODE = Pattern.compile("\\b[0-9]{5}\\b");
    private static final Pattern DELIVERY =
            Pattern.compile(" cedex( [0-9]+)?$| [0-9]{1,2}(e|er|eme)?( arrondissement)?$");

    private static final int BEGINNING_MIN = 2;

    /** Communes that are proposed before anything is typed, at most. */
    private static final int LARGEST = 200;

    private final TreeMap<String, List<Commune>> byName = new TreeMap<>();
    private final Map<String, List<Commune>> byPostcode = new HashMap<>();
    private final List<Commune> largest = new ArrayList<>();

    private record Commune(
            String name, String key, String department, List<String> postcodes, int inhabitants, GeoPoint point) {
        Town town(@Nullable String postcode) {
            return new Town(name, postcode == null ? postcodes.get(0) : postcode, department, point);
        }
    }

    private Communes() {}

    /** Read once, when first asked for: it costs some 150 ms and 12 MB. */
    private static final class Shipped {
        static final Communes FRANCE = read();
    }

    public static Communes france() {
        return Shipped.FRANCE;
    }

    /** Where a venue is about: the middle of its commune; null when the two do not tell of one. */
    public static @Nullable Town of(@Nullable String postcode, @Nullable String city, @Nullable String country) {
        boolean abroad = country != null
                && !country.isBlank()
                && !Set.of("fr", "france", "fra").contains(Folding.key(country));
        boolean told = city != null && !city.isBlank() || postcode != null && !postcode.isBlank();
        return abroad || !told ? null : france().at(postcode == null ? "" : postcode.strip(), city == null ? "" : city);
    }

    /**
     * Postcode and name must agree, and of a divided city the part counts. A postcode for letters only (cedex) tells the
     * département. A name alone tells when one commune has it, a postcode alone when it has one commune. A name that no commune
     * has is a part of one: the largest of the postcode.
     */
    private @Nullable Town at(String postcode, String city) {
        String key = town(city);
        List<Commune> there = byPostcode.getOrDefault(postcode, List.of());
        List<Commune> named = byName.getOrDefault(key, List.of());
        if (there.isEmpty()) {
            List<Commune> possible = named.stream()
                    .filter(one -> postcode.isEmpty() || postcode.startsWith(one.department()))
                    .toList();
            return possible.size() == 1 ? possible.get(0).town(null) : null;
        }
        if (key.isEmpty()) {
            return there.size() == 1 ? there.get(0).town(postcode) : null;
        }
        Commune fits = first(there, one -> isPart(one) && one.key().startsWith(key + " "));
        fits = fits == null ? first(there, one -> one.key().equals(key)) : fits;
        fits = fits == null && named.isEmpty() ? first(bySize(there), one -> true) : fits;
        return fits == null ? null : fits.town(postcode);
    }

    private static @Nullable Commune first(List<Commune> communes, Predicate<Commune> which) {
        return communes.stream().filter(which).findFirst().orElse(null);
    }

    private static boolean isPart(Commune commune) {
        return commune.key().endsWith("arrondissement");
    }

    private static List<Commune> bySize(Collection<Commune> communes) {
        return communes.stream()
                .sorted(Comparator.comparingInt(Commune::inhabitants)
                        .reversed()
                        .thenComparing(Commune::key)
                        .thenComparing(Commune::department))
                .toList();
    }

    @Override
    public List<Town> named(String text) {
        Matcher code = POSTCODE.matcher(text);
        String postcode = code.find() ? code.group() : null;
        String key = town(postcode == null ? text : text.replace(postcode, " "));
        if (key.isEmpty()) {
            List<Commune> there = bySize(byPostcode.getOrDefault(postcode == null ? "" : postcode, List.of()));
            return Stream.concat(
                            there.stream().filter(Communes::isPart),
                            there.stream().filter(one -> !isPart(one)))
                    .limit(FOUND_MAX)
                    .map(one -> one.town(postcode))
                    .toList();
        }
        List<Commune> found = byName.getOrDefault(key, List.of()).stream()
                .filter(one -> postcode == null || one.postcodes().contains(postcode))
                .toList();
        return towns(found, postcode);
    }

    @Override
    public List<Town> beginning(String text) {
        String key = town(POSTCODE.matcher(text).replaceAll(" "));
        return key.length() < BEGINNING_MIN
                ? List.of()
                : towns(
                        byName.subMap(key, key + '\uffff').values().stream()
                                .flatMap(List::stream)
                                .toList(),
                        null);
    }

    private static List<Town> towns(List<Commune> communes, @Nullable String postcode) {
        return bySize(communes).stream()
                .limit(FOUND_MAX)
                .map(one -> one.town(postcode))
                .toList();
    }

    @Override
    public List<Town> largest(int most) {
        return largest.stream().limit(most).map(one -> one.town(null)).toList();
    }

    private static String key(String name) {
        return (" " + Folding.key(name) + " ")
                .replace(" st ", " saint ")
                .replace(" ste ", " sainte ")
                .strip();
    }

    /** The key of a town as addresses write it: without "cedex", and without the number of its part unless a part has that name. */
    private String town(String text) {
        String key = key(text.replaceAll("[()]", " ").strip());
        return text.isBlank()
                ? ""
                : byName.containsKey(key)
                        ? key
                        : DELIVERY.matcher(key).replaceAll("").strip();
    }

    private static Communes read() {
        Communes france = new Communes();
        try (InputStream packed = Communes.class.getResourceAsStream(SHIPPED)) {
            if (packed == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> !cells[6].isEmpty() && !cells[8].isEmpty())
                    .forEach(france::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Commune> all = france.byName.values().stream()
                .flatMap(List::stream)
                .filter(one -> !isPart(one))
                .toList();
        france.largest.addAll(bySize(all).stream().limit(LARGEST).toList());
        return france;
    }

    private void add(String[] cells) {
        Commune commune = new Commune(
                cells[1],
                key(cells[1]),
                cells[4],
                List.of(cells[6].split("\\|")),
                cells[7].isEmpty() ? 0 : Integer.parseInt(cells[7]),
                new GeoPoint(Double.parseDouble(cells[9]), Double.parseDouble(cells[8])));
        byName.computeIfAbsent(commune.key(), made -> new ArrayList<>(1)).add(commune);
        commune.postcodes()
                .forEach(code -> byPostcode
                        .computeIfAbsent(code, made -> new ArrayList<>(2))
                        .add(commune));
    }
}
