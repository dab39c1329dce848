package org.foyer.hub.intake.internal.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What some people were known by, now or before, while they are being forgotten. Lives in memory only.
 *
 * @param people at most as many as one erasure may take; each variant of a name or an e-mail is one of them
 */
public record Traces(List<Known> people) {

    /** Shorter names stand in too many other words to be looked for. */
    static final int LETTERS_MIN = 2;

    /** One way in which a person was known; texts in lower case. */
    public record Known(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String lastName,
            @Nullable String firstName) {}

    public static final Traces NONE = new Traces(List.of());

    public Traces {
        people = List.copyOf(people);
    }

    /** These and others, each once. */
    public Traces and(Traces others) {
        List<Known> all = new ArrayList<>(people);
        others.people().stream().filter(known -> !all.contains(known)).forEach(all::add);
        return new Traces(all);
    }

    /** SQL: whether a text names one of them, by e-mail or by first and last name. */
    String namedIn(String text) {
        List<String> ways = new ArrayList<>();
        for (Known known : people) {
            if (known.email() != null) {
                ways.add(contains(text, known.email()));
            }
            if (longEnough(known.lastName()) && longEnough(known.firstName())) {
                ways.add("(" + contains(text, known.lastName()) + " and " + contains(text, known.firstName()) + ")");
            }
        }
        return ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
    }

    /** SQL: whether a cell of a row that names one of them holds a part of what names them. */
    String heldBy(String cell) {
        List<String> ways = new ArrayList<>();
        for (Known known : people) {
            for (String part : parts(known)) {
                ways.add(contains(cell, part));
            }
        }
        return ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
    }

    private static List<String> parts(Known known) {
        List<String> parts = new ArrayList<>();
        for (String part : new @Nullable String[] {known.email(), known.phone(), known.lastName()}) {
            if (longEnough(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The same of a row in memory. */
    public boolean namedIn(List<String> cells) {
        String row = String.join(" ", cells).toLowerCase(Locale.ROOT);
        return people.stream()
                .anyMatch(known -> known.email() != null && row.contains(known.email())
                        || longEnough(known.lastName())
                                && longEnough(known.firstName())
                                && row.contains(known.lastName())
                                && row.contains(known.firstName()));
    }

    private static boolean longEnough(@Nullable String text) {
        return text != null && text.length() >= LETTERS_MIN;
    }

    private static String contains(String text, @Nullable String part) {
        return "contains(lower(" + text + "), " + CellSql.literal(String.valueOf(part)) + ")";
    }

    /** Shows nobody. */
    @Override
    public String toString() {
        return people.size() + " traces";
    }
}
