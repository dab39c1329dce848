package org.foyer.hub.intake.internal.pull;

import java.util.List;
import java.util.Optional;
import org.foyer.kit.Connector;

/** The kinds of addresses that Foyer can pull from. */
public final class Connectors {

    private final List<Connector> all;

    Connectors(List<Connector> all) {
        this.all = List.copyOf(all);
    }

    /** Those that Foyer ships. */
    public static Connectors shipped() {
        return new Connectors(List.of(
                new CalendarConnector(),
                new LinkedDataConnector(),
                new NodeConnector(),
                JsonConnector.shipped("spektrix"),
                JsonConnector.shipped("pretix"),
                JsonConnector.byRecipe()));
    }

    List<String> kinds() {
        return all.stream().map(Connector::kind).toList();
    }

    Optional<Connector> find(String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    Connector of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no connector " + kind));
    }
}
