package org.foyer.hub.catalogue.internal.capdata;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.UsualPart;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Programmes in the vocabulary of Cap Data, performance by performance: each with what it belongs to, the first time that is met. A run
 * (what of it plays the same works) is a Production there, a production of ours a ProductionPrimaire.
 */
public final class CapDataExport implements AutoCloseable {

    private static final String WRITING = "Auteur";

    /** The word of its connector for a production that returns. */
    private static final String REVIVAL = "Reprise";

    /** Participations that a run tells of whoever usually plays; of others its dates tell. */
    private static final Set<String> OF_RUN = Set.of("Interpretation", "MaitriseOeuvre", "Participation");

    private static final List<String> OF_WORK = List.of("work_type", "work_genre", "work_category");

    /** The class of participation that tells a character. */
    private static final String PLAYING = "Interpretation";

    private final CapDataXml xml;
    private final Naming names;
    private final Roles roles;
    private final Seen seen = new Seen();

    /** Identifiers of things. */
    public interface Naming {
        String house(House house);

        String performance(long id);

        String run(long production, int season, long venue);

        String work(long id);

        String place(long venue);

        String person(long id);
    }

    /** What roles mean. */
    public interface Roles {
        /** {@code performer}, {@code director}, {@code composer}, {@code author}; null when it is not certain. */
        @Nullable
        String meaning(String role);

        /** Whether it is one of groups; who is credited in another is told as a person where no source says which. */
        boolean isGroup(String role);

        /**
         * The class of participation there for a role: as it stands in the vocabulary of roles, {@code Collaboration} for a role that has
         * none there, {@code Participation} for a word of which nobody knows what it means.
         */
        String participation(String role);

        /** Words for whom it is meant, in French where they are codes of ours. */
        List<String> audiences(@Nullable String said);
    }

    public CapDataExport(OutputStream out, Naming names, Roles roles) throws IOException {
        this.xml = new CapDataXml(out);
        this.names = names;
        this.roles = roles;
    }

    public void house(House house, List<ExternalId> ids) throws IOException {
        xml.start("house", names.house(house));
        xml.text("name", house.simulated() ? house.name() + " (simulated, simulé)" : house.name());
        xml.text("page", house.website());
        identifiers(ids);
        country(house);
        address(house.address());
        xml.end();
    }

    /** Where this was catalogued. */
    private void country(House house) throws IOException {
        String code = house.address().country();
        if (code != null && !code.isBlank()) {
            labelled("catalogued in", "country", new Locale("", code).getDisplayCountry(Locale.FRENCH));
        }
    }

    private void address(PostalAddress address) throws IOException {
        if (address.street() == null && address.postcode() == null && address.city() == null) {
            return;
        }
        xml.startProperty("of address");
        xml.start("address", null);
        xml.text("street", address.street());
        xml.text("postcode", address.postcode());
        xml.text("city", address.city());
        xml.end();
        xml.end();
    }

    /**
     * @param begins an xsd:dateTime, or an xsd:date when the hour is not known
     * @param usual who usually plays in its run
     */
    public void performance(House house, ProgrammeEntry entry, String begins, List<UsualPart> usual)
            throws IOException {
        String run = production(entry);
        context(house, entry, run, usual);
        xml.start("performance", names.performance(entry.performance().id()));
        xml.text("title", entry.production().title());
        xml.reference("of run", run);
        if (entry.venue() != null) {
            xml.reference("of place", names.place(entry.venue().id()));
        }
        xml.typed("begins", begins, begins.length() > 10 ? "dateTime" : "date");
        labelled("of event type", "event type", entry.eventType());
        for (String audience : roles.audiences(entry.described("audience"))) {
            labelled("of audience", "audience", audience);
        }
        country(house);
        cancelled(entry.performance().state());
        credits(entry);
        xml.end();
    }

    /** Postponed, moved to another day or to a screen: there is no word for it. */
    private void cancelled(PerformanceState state) throws IOException {
        if (state == PerformanceState.CANCELLED || state == PerformanceState.SCHEDULED) {
            xml.typed("cancelled", Boolean.toString(state == PerformanceState.CANCELLED), "boolean");
        }
    }

    private void context(House house, ProgrammeEntry entry, String run, List<UsualPart> usual) throws IOException {
        Venue venue = entry.venue();
        if (venue != null && seen.isNew("place " + venue.id())) {
            xml.start("place", names.place(venue.id()));
            xml.text("name", venue.name());
            xml.text("page", venue.url());
            identifiers(entry.ids().of("venue", venue.id()));
            address(venue.address());
            xml.end();
        }
        for (ProgrammeEntry.Item item : entry.items()) {
            if (item.work() != null && seen.isNew("work " + item.work())) {
                work(item, entry.ids());
            }
        }
        String production =
                names.house(house) + "#production-" + entry.production().id();
        if (seen.isNew(production)) {
            xml.start("production", production);
            staging(entry);
            identifiers(entry.ids().of("production", entry.production().id()));
            xml.end();
        }
        if (seen.isNew(run)) {
            xml.start("run", run);
            xml.reference("of production", original(house, entry, production));
            staging(entry);
            labelled("of history", "history", history(entry));
            labelled("of season", "season", Season.of(entry.performance().day()).label());
            for (long work : works(entry)) {
                xml.reference("played work", names.work(work));
            }
            usually(usual, entry.ids());
            xml.end();
        }
    }

    /** There, the production of a revival is what it revives; told where that is of the same house. */
    private String original(House house, ProgrammeEntry entry, String own) {
        String first = entry.described("revived_production");
        return first == null ? own : names.house(house) + "#production-" + first;
    }

    /** The word of a source for whether it is new; else what follows from what it revives. */
    private @Nullable String history(ProgrammeEntry entry) {
        String said = entry.described("history");
        return said == null && entry.described("revived_run") != null ? REVIVAL : said;
    }

    /**
     * Who usually plays, in roles that every date credits: a date says in each role who plays then, so that whoever reads both knows in
     * whose place. What only some dates credit stands with these.
     */
    private void usually(List<UsualPart> usual, ExternalIds ids) throws IOException {
        for (UsualPart part : usual) {
            String kind = roles.participation(part.role());
            if (part.always() && !part.instrument() && OF_RUN.contains(kind)) {
                for (String name : part.names()) {
                    credit(kind, new Contribution(name, part.role(), null, null), ids);
                }
            }
        }
    }

    /** There, works belong to a production and not to an evening: evenings of a run that play different works are of different ones. */
    private String production(ProgrammeEntry entry) {
        String run = names.run(
                entry.production().id(),
                Season.of(entry.performance().day()).firstYear(),
                entry.performance().venue());
        String works = works(entry).stream().map(String::valueOf).collect(Collectors.joining("-"));
        return works.isEmpty() ? run : run + "#works-" + works;
    }

    private static List<Long> works(ProgrammeEntry entry) {
        return entry.items().stream()
                .map(ProgrammeEntry.Item::work)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void staging(ProgrammeEntry entry) throws IOException {
        xml.text("title", entry.production().title());
        xml.text("description", entry.production().description());
        xml.text("page", entry.production().url());
        labelled("of genre", "genre", entry.production().genre());
        if (entry.production().producer() != null) {
            credit("MentionProduction", new Contribution(entry.production().producer(), "", null, null), entry.ids());
        }
    }

    private void labelled(String property, String word, @Nullable String label) throws IOException {
        if (label != null && !label.isBlank()) {
            xml.startProperty(property);
            xml.start(word, null);
            xml.text("name", label);
            xml.end();
            xml.end();
        }
    }

    private void work(ProgrammeEntry.Item item, ExternalIds ids) throws IOException {
        xml.start("work", names.work(Objects.requireNonNull(item.work())));
        xml.text("title", item.title());
        identifiers(ids.of("work", item.work()));
        for (String form : OF_WORK) {
            labelled("of " + form, form, ids.ofWork(item.work(), form));
        }
        for (Contribution credit : item.contributions()) {
            if (isWriting(credit)) {
                credit(WRITING, credit, ids);
            }
        }
        xml.end();
    }

    private boolean isWriting(Contribution credit) {
        String meaning = roles.meaning(credit.role());
        return "composer".equals(meaning) || "author".equals(meaning);
    }

    /** Writers of a work stand with it; whoever else played in it is credited with the evening. */
    private void credits(ProgrammeEntry entry) throws IOException {
        for (Contribution credit : entry.contributions()) {
            credit(roles.participation(credit.role()), credit, entry.ids());
        }
        for (ProgrammeEntry.Item item : entry.items()) {
            for (Contribution credit : item.contributions()) {
                if (item.work() == null || !isWriting(credit)) {
                    credit(roles.participation(credit.role()), credit, entry.ids());
                }
            }
        }
    }

    /** @param part class of participation there */
    private void credit(String part, Contribution credit, ExternalIds ids) throws IOException {
        String kind = ids.agents().get(credit.name());
        String form = ids.legalForm(credit.name()); // of nobody who is one person
        boolean group = kind == null ? form != null || roles.isGroup(credit.role()) : kind.equals("group");
        xml.startProperty("credit " + part);
        xml.start(part, null);
        xml.startProperty("participant");
        xml.start(group ? "group" : "person", null);
        xml.text(group ? "name" : "surname", credit.name());
        identifiers(ids.ofName(credit.name()));
        Long person = ids.persons().get(credit.name());
        if (person != null) {
            xml.text("identifier", names.person(person));
        }
        if (group) {
            labelled("of legal form", "legal form", form);
        }
        xml.end();
        xml.end();
        labelled("of role", "role", credit.role());
        if (part.equals(PLAYING)) {
            labelled("of character", "character", credit.instrument());
        }
        xml.end();
        xml.end();
    }

    /** The properties of the vocabulary that are known for some registers; of every other the address, as what is the same. */
    private void identifiers(List<ExternalId> ids) throws IOException {
        for (ExternalId id : ids) {
            switch (id.kind()) {
                case ARK -> xml.text("ark of the bnf", id.value());
                case FRBNF -> xml.text("number of the bnf", id.value());
                case ISNI -> xml.text("isni", id.value());
                case ROF -> xml.text("identifier of the rof", id.value());
                default -> xml.text("identifier", id.address().orElseGet(() -> ExternalIdCell.told(id)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
