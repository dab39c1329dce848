package org.foyer.hub.exchange.internal.touring;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Tours.Found;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;

/** Finds shows of this node's catalogue by their lasting identifiers. */
public final class ShowDesk {

    static final int IRI_CHARACTERS_MAX = 500;

    private static final Pattern RUN = Pattern.compile("(?:(https?://[^?#\\s]+))?/id/run/([0-9-]{5,60})");

    private final LinkedData data;
    private final Shows shows;
    private final Houses houses;
    private final String base;

    public ShowDesk(LinkedData data, Shows shows, Houses houses, String base) {
        this.data = data;
        this.shows = shows;
        this.houses = houses;
        this.base = base;
    }

    /** @param node address of the node it lies on; empty when none is said */
    record Named(String node, String id) {}

    /** @throws GrantRefused {@code tour-show-unknown} when it is no identifier of a show */
    static Named named(String iri) {
        Matcher parts = RUN.matcher(iri.strip());
        if (iri.length() > IRI_CHARACTERS_MAX || !parts.matches()) {
            throw new GrantRefused("tour-show-unknown", iri.substring(0, Math.min(iri.length(), IRI_CHARACTERS_MAX)));
        }
        return new Named(parts.group(1) == null ? "" : parts.group(1), parts.group(2));
    }

    boolean isHere(Named named) {
        return named.node().isEmpty() || named.node().equals(base);
    }

    House house(Found found) {
        return houses.bySlug(found.house()).orElseThrow(() -> new GrantRefused("tour-show-unknown", found.iri()));
    }

    /** One that goes by another identifier is found under that one. */
    Found find(String id) {
        Optional<String> other = data.find("run", id).isPresent() ? Optional.empty() : data.goesBy("run", id);
        String now = other.orElse(id);
        House house = data.find("run", now)
                .flatMap(thing -> houses.byId(thing.house()))
                .orElseThrow(() -> new GrantRefused("tour-show-unknown", id));
        List<ProgrammeEntry> dates = shows.dates(house.id(), now);
        if (dates.isEmpty()) {
            throw new GrantRefused("tour-show-unknown", id);
        }
        ProgrammeEntry first = dates.get(0);
        return new Found(
                base + "/id/run/" + now,
                now,
                "",
                house.slug(),
                house.name(),
                first.production().title(),
                first.venue() == null ? null : first.venue().name(),
                first.performance().day(),
                dates.get(dates.size() - 1).performance().day());
    }
}
