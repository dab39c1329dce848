package org.foyer.hub.catalogue.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.PostalAddress;
import org.jspecify.annotations.Nullable;

/** What one production says in public, by the names that a sheet has for it. */
final class SideWords {

    /** About the work and the production, in the order of a sheet. */
    static final List<String> WORK = List.of(
            "title",
            "subtitle",
            "genre",
            "producer",
            "description",
            "picture",
            "picture_credit",
            "picture_licence",
            "languages",
            "surtitles",
            "age_from",
            "age_to",
            "warnings",
            "duration",
            "works",
            "credits",
            "production_ids");

    /** About the sale of a house. */
    static final List<String> SALE = List.of("url", "price_from", "price_to");

    /** About place and date. */
    static final List<String> EVENING = List.of(
            "start",
            "venue",
            "hall",
            "street",
            "postcode",
            "city",
            "country",
            "attendance",
            "state",
            "availability",
            "accessibility",
            "audience");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final String BETWEEN = " / ";

    /** @param sayable whether a sheet can say it so */
    record Words(String value, boolean sayable) {}

    private SideWords() {}

    /** Of the whole show. @param dates of one production, at least one */
    static Map<String, Words> ofShow(List<ProgrammeEntry> dates) {
        ProgrammeEntry last = dates.get(dates.size() - 1);
        Map<String, Words> all = new LinkedHashMap<>();
        for (String property : Stream.concat(WORK.stream(), SALE.stream()).toList()) {
            put(
                    all,
                    property,
                    switch (property) {
                        case "works" -> bill(dates, ProgrammeEntry::items, SideWords::text, SideWords::sayable);
                        case "credits" ->
                            bill(dates, ProgrammeEntry::contributions, SideWords::named, SideWords::plain);
                        case "production_ids" ->
                            one(last.ids().of("production", last.production().id()).stream()
                                    .map(ExternalIdCell::told)
                                    .collect(Collectors.joining(ExternalIdCell.BETWEEN)));
                        default -> each(dates, date -> ofProduction(date, property));
                    });
        }
        last.described().keySet().stream()
                .filter(property -> property.startsWith("title@") || property.startsWith("description@"))
                .sorted()
                .forEach(property -> put(all, property, one(last.described(property))));
        return all;
    }

    private static @Nullable String ofProduction(ProgrammeEntry date, String property) {
        return switch (property) {
            case "title" -> date.production().title();
            case "genre" -> date.production().genre();
            case "producer" -> date.production().producer();
            case "description" -> date.production().description();
            case "url" -> date.production().url();
            default -> date.described(property);
        };
    }

    /** Of one date. */
    static Map<String, Words> ofDate(ProgrammeEntry date) {
        Map<String, Words> all = new LinkedHashMap<>();
        for (String property : EVENING) {
            put(
                    all,
                    property,
                    one(
                            switch (property) {
                                case "start" -> start(date);
                                case "venue" ->
                                    date.venue() == null ? null : date.venue().name();
                                case "hall" -> date.performance().hall();
                                case "street" -> address(date).street();
                                case "postcode" -> address(date).postcode();
                                case "city" -> address(date).city();
                                case "country" -> address(date).country();
                                case "state" -> date.performance().state().stored();
                                default -> date.described(property);
                            }));
        }
        return all;
    }

    private static String start(ProgrammeEntry date) {
        return date.startsLocal() == null ? date.performance().day().toString() : MINUTES.format(date.startsLocal());
    }

    private static PostalAddress address(ProgrammeEntry date) {
        return date.venue() == null ? PostalAddress.UNKNOWN : date.venue().address();
    }

    private static void put(Map<String, Words> into, String property, @Nullable Words words) {
        if (words != null && !words.value().isBlank()) {
            into.put(property, words);
        }
    }

    private static @Nullable Words one(@Nullable String value) {
        return value == null ? null : new Words(value, true);
    }

    private static @Nullable Words each(List<ProgrammeEntry> dates, Function<ProgrammeEntry, @Nullable String> said) {
        List<String> values = new ArrayList<>(dates.stream()
                .map(said)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
        return values.isEmpty() ? null : new Words(String.join(BETWEEN, values), values.size() == 1);
    }

    /** The bill of the last date that has one; a sheet says one for all dates. */
    private static <T> @Nullable Words bill(
            List<ProgrammeEntry> dates,
            Function<ProgrammeEntry, List<T>> of,
            Function<T, String> text,
            Function<T, Boolean> sayable) {
        List<List<T>> bills =
                dates.stream().map(of).filter(bill -> !bill.isEmpty()).toList();
        if (bills.isEmpty()) {
            return null;
        }
        List<T> last = bills.get(bills.size() - 1);
        boolean same = bills.stream().map(Set::copyOf).distinct().count() == 1;
        return new Words(
                last.stream().map(text).collect(Collectors.joining(BETWEEN)),
                same && last.stream().allMatch(sayable::apply));
    }

    /** The bill of the last date that has one. */
    static <T> List<T> last(List<ProgrammeEntry> dates, Function<ProgrammeEntry, List<T>> of) {
        return dates.stream().map(of).filter(bill -> !bill.isEmpty()).reduce(List.of(), (one, later) -> later);
    }

    private static String named(Contribution one) {
        String role = Stream.of(one.role(), one.instrument())
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(", "));
        return role.isEmpty() ? one.name() : one.name() + " (" + role + ")";
    }

    private static boolean plain(Contribution one) {
        return one.instrument() == null || one.instrument().isBlank();
    }

    private static String text(ProgrammeEntry.Item item) {
        String title = item.title() == null ? "–" : item.title();
        String whole = item.part() == null ? title : title + ", " + item.part();
        return item.contributions().isEmpty()
                ? whole
                : whole + " ("
                        + item.contributions().stream().map(SideWords::named).collect(Collectors.joining(", ")) + ")";
    }

    private static boolean sayable(ProgrammeEntry.Item item) {
        return item.title() != null
                && item.part() == null
                && !item.interval()
                && item.contributions().stream().allMatch(SideWords::plain);
    }
}
