package org.foyer.hub.catalogue.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.internal.search.IndexUse;
import org.foyer.hub.catalogue.internal.search.Searching;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/** The programmes of the warehouse, found through an index in a folder. */
public final class WarehouseSearch implements Search, AutoCloseable {

    private final Searching searching;

    /**
     * @param folder of the index; what lies there may be thrown away and made again
     * @param houses all houses of the node
     * @param busy whether imports are at work, beside which nothing is indexed
     */
    public WarehouseSearch(
            Path folder, Warehouse warehouse, Supplier<List<House>> houses, BooleanSupplier busy, Clock clock) {
        this(folder, warehouse, houses, busy, clock, IndexUse.DEFAULT);
    }

    /** @param use how much of the machine it may use */
    public WarehouseSearch(
            Path folder,
            Warehouse warehouse,
            Supplier<List<House>> houses,
            BooleanSupplier busy,
            Clock clock,
            IndexUse use) {
        this.searching = new Searching(folder, warehouse, houses, busy, clock, use);
    }

    @Override
    public SearchAnswer ask(SearchQuestion question, String base) {
        return searching.ask(question, new Iris(base)::run);
    }

    @Override
    public Places places() {
        return Communes.france();
    }

    @Override
    public Reconciliation reconciliation() {
        return searching.reconciliation();
    }

    @Override
    public boolean settle(Duration most) {
        return searching.keeper().settle(most);
    }

    /** Looks for what changed, soon. */
    public void soon() {
        searching.keeper().soon();
    }

    @Override
    public void close() {
        searching.close();
    }
}
