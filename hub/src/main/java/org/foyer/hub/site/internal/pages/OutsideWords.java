package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.ExternalId;

/** Lays out by which identifiers other registers know what a page tells of. */
public final class OutsideWords {

    /** Things of one page that are told with their identifiers. */
    private static final int TOLD_MAX = 60;

    private OutsideWords() {}

    /** An identifier. @param href where it answers, empty when it has no address */
    public record Id(String register, String value, String href) {}

    /** A thing with its identifiers. */
    public record Known(String name, List<Id> ids) {}

    static List<Id> of(List<ExternalId> ids) {
        return ids.stream()
                .map(id -> new Id(id.kind().label(), id.value(), id.address().orElse("")))
                .toList();
    }

    /** Of a show: itself, what it plays, who is credited; what has none is left out. */
    static List<Known> of(ProgrammeEntry entry, String title) {
        ExternalIds ids = entry.ids();
        List<Known> all = new ArrayList<>();
        add(all, title, ids.of("production", entry.production().id()));
        for (ProgrammeEntry.Item item : entry.items()) {
            if (item.work() != null && item.title() != null) {
                add(all, item.title(), ids.of("work", item.work()));
            }
        }
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        entry.items().stream().flatMap(item -> item.contributions().stream()),
                        entry.contributions().stream())
                .map(Contribution::name)
                .forEach(names::add);
        names.forEach(name -> add(all, name, ids.ofName(name)));
        if (entry.venue() != null) {
            add(all, entry.venue().name(), ids.of("venue", entry.venue().id()));
        }
        return all.stream().distinct().limit(TOLD_MAX).toList();
    }

    private static void add(List<Known> all, String name, List<ExternalId> ids) {
        if (!ids.isEmpty()) {
            all.add(new Known(name, of(ids)));
        }
    }

    /** Of a credited name, as any of the houses says. */
    static List<Id> ofName(Listings.Listing listing, String name) {
        return of(Stream.concat(listing.coming().stream(), listing.past().stream())
                .flatMap(date -> date.entry().ids().ofName(name).stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(ExternalId::kind).thenComparing(ExternalId::value))
                .limit(TOLD_MAX)
                .toList());
    }

    static List<Id> ofVenue(Listings.Listing listing, long venue) {
        return Stream.concat(listing.coming().stream(), listing.past().stream())
                .findFirst()
                .map(date -> of(date.entry().ids().of("venue", venue)))
                .orElse(List.of());
    }
}
