package org.foyer.hub.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The communes of France and in which one an address lies: INSEE and La Poste, edition 2026. Of Paris, Lyon and Marseille the
 * arrondissements count instead of the city.
 *
 * <p>A postcode often covers several communes, and some only for a few streets. Where it does, nothing but the name of the town
 * tells which is meant; nobody is guessed to live in the largest.
 */
public final class FrenchCommunes {

    private static final String SHIPPED = "/data/geo-france/communes.csv.gz";
    private static final Set<String> FRENCH = Set.of("FR", "FRA", "FRANCE");
    private static final int POSTCODE_CHARACTERS = 5;

    /** Business post: a postcode of its own, which is in no list of those of communes. */
    private static final Pattern CEDEX = Pattern.compile(" cedex( [0-9]{1,2})?$");

    private static final Pattern ARTICLE = Pattern.compile("^(l|le|la|les) (?=.)");

    private final Map<String, Commune> byCode = new HashMap<>();
    private final Map<String, List<Commune>> byPostcode = new HashMap<>();
    private final Map<String, List<Commune>> byDepartment = new HashMap<>();
    /** Arrondissements by the first of their postcodes, which some streets of their neighbours have too. */
    private final Map<String, Commune> parts = new HashMap<>();

    private FrenchCommunes() {}

    /**
     * A commune, or an arrondissement of a city that is divided into them.
     *
     * @param code of INSEE, five characters
     * @param department its code
     * @param region its code
     * @param postcodes those that any of its addresses has
     * @param inhabitants 0 where nobody lives or nobody was counted
     * @param middle null where it is not known (overseas collectivities and seven communes made anew since 2018)
     */
    public record Commune(
            String code,
            String name,
            String department,
            String region,
            List<String> postcodes,
            long inhabitants,
            @Nullable GeoPoint middle) {}

    /** Read once, when first asked for: it costs some 150 ms and 12 MB. */
    private static final class Shipped {
        static final FrenchCommunes FRANCE = read();
    }

    /** All, without the cities whose arrondissements are told. */
    public static List<Commune> all() {
        return List.copyOf(Shipped.FRANCE.byCode.values());
    }

    /** By the code of INSEE. */
    public static Optional<Commune> of(String code) {
        return Optional.ofNullable(Shipped.FRANCE.byCode.get(code));
    }

    /** Those with addresses of a postcode; none for one that is not in the list. */
    public static List<Commune> sharing(String postcode) {
        return Shipped.FRANCE.byPostcode.getOrDefault(postcode.strip(), List.of());
    }

    /** Whether an address says of itself that it is in France. */
    public static boolean isFrance(String country) {
        return FRENCH.contains(country.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * The commune of an address. A postcode of one commune tells it, whatever the town is called there, and so does that of an
     * arrondissement; of several, the name of the town decides. Business post (cedex) has postcodes that are in no list: there the name tells, if one commune of the département has it.
     *
     * @param town as it is written, may be empty
     * @return empty where neither tells of one
     */
    public static Optional<Commune> at(String postcode, String town) {
        List<Commune> there = sharing(postcode);
        if (there.size() == 1) {
            return Optional.of(there.get(0));
        }
        Optional<Commune> part = Optional.ofNullable(Shipped.FRANCE.parts.get(postcode.strip()));
        String key = key(town);
        if (key.isEmpty() || postcode.strip().length() != POSTCODE_CHARACTERS) {
            return part;
        }
        List<Commune> named = (there.isEmpty() ? Shipped.FRANCE.department(postcode.strip()) : there)
                .stream().filter(one -> key(one.name()).equals(key)).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : part;
    }

    private List<Commune> department(String postcode) {
        String two = postcode.substring(0, 2);
        String code = two.equals("97") || two.equals("98") ? postcode.substring(0, 3) : two;
        return byDepartment.getOrDefault(code, List.of());
    }

    /** What is left of the name of a town when everything is taken away in which people write it differently. */
    private static String key(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        String whole = (" " + CEDEX.matcher(plain).replaceAll("") + " ")
                .replace(" st ", " saint ")
                .replace(" ste ", " sainte ")
                .strip();
        return ARTICLE.matcher(whole).replaceFirst("");
    }

    private static FrenchCommunes read() {
        try (InputStream packed = FrenchCommunes.class.getResourceAsStream(SHIPPED)) {
            if (packed == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            List<String[]> rows = new BufferedReader(
                            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            Set<String> divided = new HashSet<>();
            rows.forEach(cells -> divided.add(cells[3]));
            FrenchCommunes france = new FrenchCommunes();
            rows.stream().filter(cells -> !divided.contains(cells[0])).forEach(france::add);
            return france;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] cells) {
        Commune commune = new Commune(
                cells[0],
                cells[1],
                cells[4],
                cells[5],
                cells[6].isEmpty() ? List.of() : List.of(cells[6].split("\\|")),
                cells[7].isEmpty() ? 0 : Long.parseLong(cells[7]),
                cells[8].isEmpty() ? null : new GeoPoint(Double.parseDouble(cells[9]), Double.parseDouble(cells[8])));
        byCode.put(commune.code(), commune);
        commune.postcodes()
                .forEach(code -> byPostcode
                        .computeIfAbsent(code, made -> new ArrayList<>(2))
                        .add(commune));
        if (cells[2].equals("arrondissement")) {
            parts.put(commune.postcodes().get(0), commune);
        }
        byDepartment
                .computeIfAbsent(commune.department(), made -> new ArrayList<>())
                .add(commune);
    }
}
