package org.foyer.hub.site.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** The programme of a house as a table, a performance a row. */
public final class ProgrammeTable {

    private static final List<String> OWN = List.of(
            "id",
            "day",
            "starts",
            "starts_at",
            "state",
            "title",
            "genre",
            "event_type",
            "venue",
            "hall",
            "street",
            "postcode",
            "city",
            "region",
            "country",
            "seats",
            "works",
            "people",
            "producer",
            "description",
            "url",
            "show",
            "simulated",
            "cast_changes",
            "festival",
            "series",
            "configuration",
            "hall_capacity",
            "revival_of");

    /** Names of the columns, which stay; new ones come last. */
    static final List<String> COLUMNS =
            Stream.concat(OWN.stream(), TableDetails.COLUMNS.stream()).toList();

    private static final Vocabulary STATES = Vocabularies.of("states");
    private static final String BETWEEN = "; ";

    private final House house;
    private final String base;
    private final boolean forPeople;
    private final Language language;
    private final TableDetails details;

    private ProgrammeTable(House house, String base, boolean forPeople, Language language) {
        this.house = house;
        this.base = base;
        this.forPeople = forPeople;
        this.language = language;
        this.details = new TableDetails(house, forPeople);
    }

    /**
     * Writes the table as a stream.
     *
     * @param base address of the node, from which identifiers are made
     * @param language of columns and states in the forms for people
     */
    public static void write(
            Programme programme,
            House house,
            ProgrammeDays days,
            String base,
            TableForm form,
            Language language,
            OutputStream out)
            throws IOException {
        ProgrammeTable table = new ProgrammeTable(house, base, form != TableForm.CSV, language);
        try (TableRows rows = rows(form, house, out)) {
            rows.row(table.header());
            programme.read(house.id(), days.from(), days.to(), page -> {
                for (ProgrammeEntry entry : page) {
                    rows.row(table.cells(entry));
                }
            });
        }
        out.flush();
    }

    /** @throws Refused 400 {@code table-long} when a sheet cannot hold the rows */
    static void check(Programme programme, House house, ProgrammeDays days, TableForm form) {
        if (form == TableForm.XLSX && programme.count(house.id(), days.from(), days.to()) > SheetRows.ROWS_MAX) {
            throw new Refused(400, "table-long", Integer.toString(SheetRows.ROWS_MAX));
        }
    }

    private static TableRows rows(TableForm form, House house, OutputStream out) throws IOException {
        return form == TableForm.XLSX
                ? new SheetRows(out, house.slug())
                : new DelimitedRows(out, form == TableForm.CSV_FOR_EXCEL);
    }

    private List<String> header() {
        return forPeople
                ? COLUMNS.stream()
                        .map(column -> language.say("programme_column_" + column))
                        .toList()
                : COLUMNS;
    }

    /** In the order of {@link #COLUMNS}. */
    private List<@Nullable Object> cells(ProgrammeEntry entry) {
        Venue venue = entry.venue();
        PostalAddress address = venue == null ? PostalAddress.UNKNOWN : venue.address();
        LocalDateTime starts = entry.startsLocal();
        if (starts == null && entry.performance().startsAt() != null) {
            starts = LocalDateTime.ofInstant(entry.performance().startsAt(), house.zone());
        }
        String capacity = entry.described("configuration_capacity");
        String state = entry.performance().state().stored();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                base + "/id/performance/" + entry.performance().id(),
                entry.performance().day(),
                starts,
                entry.performance().startsAt(),
                forPeople ? stateFor(state) : state,
                entry.production().title(),
                entry.production().genre(),
                entry.eventType(),
                venue == null ? null : venue.name(),
                entry.performance().hall(),
                address.street(),
                address.postcode(),
                address.city(),
                address.region(),
                address.country(),
                entry.performance().capacity(),
                works(entry),
                people(entry),
                entry.production().producer(),
                entry.production().description(),
                entry.production().url(),
                base + "/h/" + house.slug() + "/shows/" + Shows.idOf(entry),
                house.simulated() ? "true" : "false",
                entry.described("cast_changes"),
                entry.described("festival"),
                entry.described("series"),
                entry.described("configuration"),
                capacity == null ? null : Integer.valueOf(capacity),
                entry.described(entry.described("revived_title") == null ? "revival_of" : "revived_title")));
        cells.addAll(details.cells(entry));
        return cells;
    }

    /** For people, but so that a table that comes in again says which state it is: a date put off is not one that was moved. */
    private String stateFor(String state) {
        return STATES.concept(state)
                .map(concept -> concept.label(language.code()))
                .orElse(state);
    }

    private static String works(ProgrammeEntry entry) {
        return entry.items().stream()
                .filter(item -> !item.interval())
                .map(item -> Stream.of(item.title(), item.part())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" – ")))
                .filter(work -> !work.isEmpty())
                .collect(Collectors.joining(BETWEEN));
    }

    /** Everybody credited, with what for, once. */
    private static String people(ProgrammeEntry entry) {
        Set<String> people = new LinkedHashSet<>();
        Stream.concat(
                        entry.contributions().stream(),
                        entry.items().stream().flatMap(item -> item.contributions().stream()))
                .map(ProgrammeTable::person)
                .forEach(people::add);
        return String.join(BETWEEN, people);
    }

    private static String person(Contribution person) {
        String role = Stream.of(person.role(), person.instrument())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return role.isEmpty() ? person.name() : person.name() + " (" + role + ")";
    }
}
