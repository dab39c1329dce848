package org.foyer.hub.catalogue;

import java.nio.file.Path;
import java.time.Clock;
import org.foyer.hub.catalogue.internal.ChangeFeed;
import org.foyer.hub.catalogue.internal.ChangeMarks;
import org.foyer.hub.catalogue.internal.ChangeTimes;
import org.foyer.hub.catalogue.internal.DcatCatalogue;
import org.foyer.hub.catalogue.internal.Descriptions;
import org.foyer.hub.catalogue.internal.DumpFolder;
import org.foyer.hub.catalogue.internal.GraphSparql;
import org.foyer.hub.catalogue.internal.RegisterLicences;
import org.foyer.hub.catalogue.internal.WarehouseListings;
import org.foyer.hub.catalogue.internal.WarehouseNews;
import org.foyer.hub.catalogue.internal.WarehouseParts;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.catalogue.internal.WarehouseQuality;
import org.foyer.hub.catalogue.internal.WarehouseShows;
import org.foyer.hub.catalogue.internal.publication.HouseAgendas;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** The doors of this room over one warehouse. */
public record Catalogue(
        Programme programme,
        Shows shows,
        Parts parts,
        Listings listings,
        News news,
        LinkedData linkedData,
        Changes changes,
        Sparql sparql,
        Licences licences,
        Dumps dumps,
        DataCatalogue dataCatalogue,
        Quality quality,
        Agendas agendas,
        Runnable end)
        implements AutoCloseable {

    /**
     * Opens them.
     *
     * @param audit keeps what houses say of their licences
     * @param observatory tables that are public are described beside the programmes
     * @param dumps folder of whole programmes as they were on a day
     * @param graph folder of the graph on the disk, of which questions in SPARQL are asked
     * @param archive holds the keys by which secrets of agendas are sealed
     * @param fetcher sends to agendas; closed with the catalogue
     */
    public static Catalogue over(
            Warehouse warehouse,
            Register register,
            Houses houses,
            Audit audit,
            ObservatoryGate observatory,
            Path dumps,
            Path graph,
            Archive archive,
            Fetcher fetcher,
            Clock clock) {
        ChangeTimes times = ChangeTimes.of(register);
        LinkedData data = new Descriptions(warehouse, times);
        Licences licences = new RegisterLicences(register, audit, clock);
        Dumps files = new DumpFolder(dumps, data, houses::all, clock);
        Programme programme = new WarehouseProgramme(warehouse, times);
        GraphSparql sparql = new GraphSparql(graph, warehouse, houses::all, clock);
        HouseAgendas agendas = new HouseAgendas(register, archive, programme, houses::byId, fetcher, clock);
        return new Catalogue(
                programme,
                new WarehouseShows(warehouse, times),
                new WarehouseParts(warehouse, houses::byId),
                new WarehouseListings(warehouse, times, houses::all, clock),
                new WarehouseNews(warehouse, times, houses::all, clock),
                data,
                new ChangeFeed(warehouse, houses::byId, ChangeMarks.of(register)),
                sparql,
                licences,
                files,
                new DcatCatalogue(warehouse, houses::all, times, licences, files, observatory),
                new WarehouseQuality(warehouse),
                agendas,
                () -> {
                    agendas.close();
                    sparql.close();
                });
    }

    @Override
    public void close() {
        end.run();
    }
}
