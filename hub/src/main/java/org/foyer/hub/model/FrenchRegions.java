package org.foyer.hub.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The regions of France by their codes of INSEE, and in which one a postcode lies. */
public final class FrenchRegions {

    private static final String SHIPPED = "/data/geo-france/departements.csv";
    private static final int POSTCODE_CHARACTERS = 5;

    /** Both departments of Corsica have postcodes that begin with 20. */
    private static final String CORSICA = "2A";

    private static final Map<String, String> NAMES = new TreeMap<>();
    private static final Map<String, String> BY_DEPARTMENT = new HashMap<>();

    static {
        try (InputStream in = FrenchRegions.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + SHIPPED);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",");
                        BY_DEPARTMENT.put(cells[0], cells[2]);
                        NAMES.put(cells[2], cells[3]);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrenchRegions() {}

    /** In order. */
    public static List<String> codes() {
        return List.copyOf(NAMES.keySet());
    }

    public static Optional<String> name(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }

    /** The code of the region in which a département lies; empty for an unknown code. */
    public static Optional<String> ofDepartment(String code) {
        return Optional.ofNullable(BY_DEPARTMENT.get(code));
    }

    /** The code of the region; empty for an address elsewhere or without a postcode. */
    public static Optional<String> of(@Nullable String country, @Nullable String postcode) {
        if (postcode == null || postcode.length() != POSTCODE_CHARACTERS || !"FR".equals(country)) {
            return Optional.empty();
        }
        String two = postcode.substring(0, 2);
        String department = two.equals("20") ? CORSICA : two.equals("97") ? postcode.substring(0, 3) : two;
        return Optional.ofNullable(BY_DEPARTMENT.get(department));
    }
}
