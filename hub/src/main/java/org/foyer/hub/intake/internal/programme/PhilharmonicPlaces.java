package org.foyer.hub.intake.internal.programme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a location such as {@code Manhattan, NY} or {@code Tokyo, JAPAN}, from a shipped table. */
final class PhilharmonicPlaces {

    /**
     * What is known of a location; a part that is not known is empty.
     *
     * @param country ISO 3166-1 alpha-2
     * @param zone IANA name
     */
    record Place(String city, String region, String country, String zone) {}

    private static final String TABLE = "/intake/nyphil-places.csv";
    private static final Pattern LINE = Pattern.compile("(?:\"([^\"]+)\"|([^\",]+)),([^,]*),([^,]*),([^,]*),([^,]*)");
    private static final String SEPARATOR = ", ";

    private final Map<String, Place> places = new HashMap<>();

    PhilharmonicPlaces() {
        try (InputStream in = PhilharmonicPlaces.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + TABLE);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            lines.forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a place: " + line);
        }
        String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        places.put(
                key.toUpperCase(Locale.ROOT),
                new Place(matcher.group(3), matcher.group(4), matcher.group(5), matcher.group(6)));
    }

    /** The parts of a location; one whose ending is not in the table stays whole, as the city. */
    Place of(String location) {
        Place whole = places.get(location.toUpperCase(Locale.ROOT));
        if (whole != null && !whole.city().isEmpty()) {
            return whole;
        }
        int comma = location.lastIndexOf(SEPARATOR);
        Place ending = comma < 0
                ? null
                : places.get(location.substring(comma + SEPARATOR.length()).toUpperCase(Locale.ROOT));
        return ending == null
                ? new Place(location, "", "", "")
                : new Place(location.substring(0, comma), ending.region(), ending.country(), ending.zone());
    }
}
