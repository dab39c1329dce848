package org.foyer.hub.insight.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentFault;
import org.foyer.hub.insight.SegmentKind;
import org.foyer.hub.insight.SegmentKind.Form;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Reads definitions of segments from query strings, and tells all that is wrong with one at once. */
public final class SegmentReading {

    private static final int WORD_CHARACTERS_MAX = 200;
    private static final Pattern RANGE = Pattern.compile("(\\d{0,6})(\\.\\.)?(\\d{0,6})(?:@(\\d{1,3}))?");
    private static final Pattern AREA = Pattern.compile("[0-9A-Z]{1,10}");
    private static final Pattern CELL = Pattern.compile("[1-5x]{3}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final List<SegmentFault> faults = new ArrayList<>();

    private SegmentReading() {}

    /** @param query percent-encoded; the same key several times is one condition */
    public static SegmentDefinition.Read read(String query) {
        SegmentReading reading = new SegmentReading();
        if (query.length() > SegmentDefinition.CHARACTERS_MAX) {
            reading.fault("", "segment-too-long", Integer.toString(SegmentDefinition.CHARACTERS_MAX));
            return new SegmentDefinition.Read(SegmentDefinition.EVERYBODY, reading.faults);
        }
        List<SegmentCondition> conditions = new ArrayList<>();
        reading.valuesByKey(query)
                .forEach((key, values) -> reading.condition(key, values).ifPresent(conditions::add));
        if (conditions.size() > SegmentDefinition.CONDITIONS_MAX) {
            reading.fault("", "segment-conditions-too-many", Integer.toString(SegmentDefinition.CONDITIONS_MAX));
        }
        return new SegmentDefinition.Read(new SegmentDefinition(conditions), List.copyOf(reading.faults));
    }

    /** Values are parted by commas before they are decoded, so that a genre may have one in its name. */
    private Map<String, List<String>> valuesByKey(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String key = decoded(equals < 0 ? pair : pair.substring(0, equals));
            List<String> of = Arrays.stream((equals < 0 ? "" : pair.substring(equals + 1)).split(","))
                    .map(SegmentReading::decoded)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!of.isEmpty()) { // a form sends the fields that were left empty too
                values.computeIfAbsent(key, any -> new ArrayList<>()).addAll(of);
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    private Optional<SegmentCondition> condition(String key, List<String> values) {
        Optional<SegmentKind> found = SegmentKind.of(key);
        if (found.isEmpty()) {
            fault(shortened(key), "segment-condition-unknown", shortened(key), String.join(", ", SegmentKind.keys()));
            return Optional.empty();
        }
        SegmentKind kind = found.get();
        List<String> each =
                kind.form() == Form.WORD ? values.stream().distinct().toList() : parted(values);
        if (each.isEmpty()) {
            return Optional.empty();
        }
        if (!kind.takesSeveral() && each.size() > 1) {
            fault(key, "segment-one-value", key);
            return Optional.empty();
        }
        if (each.size() > SegmentDefinition.VALUES_MAX) {
            fault(key, "segment-values-too-many", key, Integer.toString(SegmentDefinition.VALUES_MAX));
            return Optional.empty();
        }
        if (kind.form() == Form.RANGE) {
            return range(kind, each.get(0));
        }
        int before = faults.size();
        List<String> read = each.stream()
                .map(value -> value(kind, value))
                .flatMap(Optional::stream)
                .toList();
        return faults.size() > before ? Optional.empty() : Optional.of(SegmentCondition.of(kind, read));
    }

    /** A form sends several values in one field with their commas encoded. */
    private static List<String> parted(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split("[,;\\s]+")))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<String> value(SegmentKind kind, String value) {
        Optional<String> read = switch (kind.form()) {
            case CHOICE, MONTHS -> Optional.of(value).filter(kind.choices()::contains);
            case SEASON -> season(value);
            case WORD -> Optional.of(value).filter(word -> word.length() <= WORD_CHARACTERS_MAX);
            case NUMBER -> matching(NUMBER, value);
            case AREA -> matching(AREA, value.toUpperCase(java.util.Locale.ROOT));
            case CELL -> matching(CELL, value);
            case RANGE -> Optional.empty();
        };
        if (read.isEmpty()) {
            String code = switch (kind.form()) {
                case SEASON -> "segment-season";
                case AREA -> "segment-area";
                case CELL -> "segment-cell";
                case WORD, NUMBER -> "segment-word";
                default -> "segment-value-unknown";
            };
            fault(kind.key(), code, kind.key(), shortened(value), String.join(", ", kind.choices()));
        }
        return read;
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return Optional.of(value).filter(text -> pattern.matcher(text).matches());
    }

    private static Optional<String> season(String value) {
        try {
            return Optional.of(Season.parse(value).label());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<SegmentCondition> range(SegmentKind kind, String value) {
        Matcher parts = RANGE.matcher(value);
        boolean ends =
                parts.matches() && !(parts.group(1).isEmpty() && parts.group(3).isEmpty());
        if (!ends || parts.group(2) == null && !parts.group(3).isEmpty()) {
            return refusedRange(kind, value);
        }
        Integer from = number(parts.group(1));
        Integer to = parts.group(2) == null ? from : number(parts.group(3));
        Integer months = number(parts.group(4));
        boolean steps = isStep(kind.choices(), from)
                && isStep(kind.choices(), to)
                && isStep(Form.MONTHS_STEPS, months)
                && (from == null || to == null || from <= to);
        return steps ? Optional.of(new SegmentCondition(kind, List.of(), from, to, months)) : refusedRange(kind, value);
    }

    private Optional<SegmentCondition> refusedRange(SegmentKind kind, String value) {
        fault(
                kind.key(),
                "segment-range",
                kind.key(),
                shortened(value),
                String.join(", ", kind.choices()),
                String.join(", ", Form.MONTHS_STEPS));
        return Optional.empty();
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    private static boolean isStep(List<String> steps, @Nullable Integer number) {
        return number == null || steps.contains(number.toString());
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void fault(String field, String code, String... arguments) {
        faults.add(new SegmentFault(field, code, List.of(arguments)));
    }
}
