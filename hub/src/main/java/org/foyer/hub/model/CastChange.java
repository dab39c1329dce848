package org.foyer.hub.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is different in one role on one date of a show: who plays in whose place, who plays besides, or who does not play.
 *
 * @param role in the house's words; of a musician the instrument
 * @param plays who does it on that date and not usually; nobody where somebody does not play
 * @param inPlaceOf who does it usually and not on that date; nobody where somebody plays besides
 */
public record CastChange(String role, List<String> plays, List<String> inPlaceOf) {

    /** Changes of one date that can be typed. */
    public static final int CHANGES_MAX = 50;

    private static final String BETWEEN = "; ";
    private static final String COMMA = ", ";
    private static final String NAME = "[^\\s:;/][^\\s:;]*(?:[ \\t]+[^\\s:;/][^\\s:;]*)*";

    /** How one change is written, for Java and RE2 alike; its groups are the role, who plays and in whose place. */
    public static final String PATTERN = "\\s*([^:;]*?)\\s*:\\s*(?:(" + NAME + ")\\s+)?/(?:\\s+(" + NAME + "))?\\s*";

    private static final Pattern TEXT = Pattern.compile(PATTERN);
    private static final Pattern WORDS = Pattern.compile(NAME);

    /** What a document leaves out is nobody. */
    public CastChange {
        role = Objects.requireNonNullElse(role, "");
        plays = List.copyOf(Objects.requireNonNullElse(plays, List.of()));
        inPlaceOf = List.copyOf(Objects.requireNonNullElse(inPlaceOf, List.of()));
    }

    /** One in place of another; an empty name is nobody. */
    public static CastChange of(String role, String plays, String inPlaceOf) {
        return new CastChange(
                role,
                plays.isBlank() ? List.of() : List.of(plays),
                inPlaceOf.isBlank() ? List.of() : List.of(inPlaceOf));
    }

    public boolean replaces() {
        return !plays.isEmpty() && !inPlaceOf.isEmpty();
    }

    /** Whether its words can be written in one text and read from it again, and it says something. */
    public boolean tellable() {
        return !(plays.isEmpty() && inPlaceOf.isEmpty())
                && !role.matches("(?s).*[:;\\n\\r].*")
                && plays.size() <= 1
                && inPlaceOf.size() <= 1
                && Stream.concat(plays.stream(), inPlaceOf.stream())
                        .allMatch(name -> WORDS.matcher(name).matches());
    }

    private static String name(List<String> names) {
        return String.join(COMMA, names);
    }

    /** As it is typed: {@code role: who plays / in whose place}. */
    public String text() {
        return (role + ": " + name(plays) + " / " + name(inPlaceOf)).strip().replace(":  /", ": /");
    }

    /** Several as they are typed and kept, with a semicolon between them; empty for none. */
    public static String text(List<CastChange> changes) {
        return changes.stream().map(CastChange::text).collect(Collectors.joining(BETWEEN));
    }

    /** One as it is typed; empty when it is none. */
    public static Optional<CastChange> one(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        CastChange change = of(parts.group(1).strip(), word(parts.group(2)), word(parts.group(3)));
        return change.tellable() ? Optional.of(change) : Optional.empty();
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Those that a text says; what is none of them is left out. */
    public static List<CastChange> read(@Nullable String text) {
        List<CastChange> changes = new ArrayList<>();
        parts(text).forEach(part -> one(part).ifPresent(changes::add));
        return List.copyOf(changes);
    }

    /** The first part of a text that is no change; empty when all are. */
    public static Optional<String> unreadable(String text) {
        return parts(text).stream().filter(part -> one(part).isEmpty()).findFirst();
    }

    private static List<String> parts(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[;\\n]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
