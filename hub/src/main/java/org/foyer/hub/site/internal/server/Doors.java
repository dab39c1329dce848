package org.foyer.hub.site.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.DataCatalogue;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.catalogue.Parts;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.DataProtection;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Forecasts;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.insight.SurveyComparisons;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PulledSources;

/**
 * Gives the doors of the rooms to whoever injects them.
 *
 * <p>Each is found at its first call, not at the start: with a broken warehouse the call throws
 * {@link org.foyer.hub.store.WarehouseBroken}, which becomes the problem {@code warehouse-broken}.
 */
@Singleton
public class Doors {

    private final RunningNode node;

    @Inject
    public Doors(RunningNode node) {
        this.node = node;
    }

    @Produces
    @ApplicationScoped
    Houses houses() {
        return node.get().houses();
    }

    @Produces
    @ApplicationScoped
    Accounts accounts() {
        return node.get().accounts();
    }

    @Produces
    @ApplicationScoped
    Audit audit() {
        return node.get().audit();
    }

    @Produces
    @ApplicationScoped
    Gate gate() {
        return node.get().gate();
    }

    @Produces
    @ApplicationScoped
    Purposes purposes() {
        return node.get().purposes();
    }

    @Produces
    @ApplicationScoped
    Consents consents() {
        return node.get().consents();
    }

    @Produces
    @ApplicationScoped
    Networks networks() {
        return node.get().pooling().networks();
    }

    @Produces
    @ApplicationScoped
    Agreements agreements() {
        return node.get().pooling().agreements();
    }

    @Produces
    @ApplicationScoped
    Surveys surveys() {
        return node.get().surveys();
    }

    @Produces
    @ApplicationScoped
    SurveyComparisons surveyComparisons() {
        return node.get().surveyComparisons();
    }

    @Produces
    @ApplicationScoped
    DataProtection protection() {
        return node.get().protection();
    }

    @Produces
    @ApplicationScoped
    Figures figures() {
        return node.get().figures();
    }

    @Produces
    @ApplicationScoped
    Audience audience() {
        return node.get().audience();
    }

    @Produces
    @ApplicationScoped
    Segments segments() {
        return node.get().segments();
    }

    @Produces
    @ApplicationScoped
    SavedSegments savedSegments() {
        return node.get().savedSegments();
    }

    @Produces
    @ApplicationScoped
    Forecasts forecasts() {
        return node.get().forecasts();
    }

    @Produces
    @ApplicationScoped
    Comparisons comparisons() {
        return node.get().comparisons();
    }

    @Produces
    @ApplicationScoped
    Reconciliation reconciliation() {
        return node.get().search().reconciliation();
    }

    @Produces
    @ApplicationScoped
    Programme programme() {
        return node.get().catalogue().programme();
    }

    @Produces
    @ApplicationScoped
    Shows shows() {
        return node.get().catalogue().shows();
    }

    @Produces
    @ApplicationScoped
    Parts parts() {
        return node.get().catalogue().parts();
    }

    @Produces
    @ApplicationScoped
    Listings listings() {
        return node.get().catalogue().listings();
    }

    @Produces
    @ApplicationScoped
    News news() {
        return node.get().catalogue().news();
    }

    @Produces
    @ApplicationScoped
    LinkedData linkedData() {
        return node.get().catalogue().linkedData();
    }

    @Produces
    @ApplicationScoped
    Changes changes() {
        return node.get().catalogue().changes();
    }

    @Produces
    @ApplicationScoped
    Sparql sparql() {
        return node.get().catalogue().sparql();
    }

    @Produces
    @ApplicationScoped
    Licences licences() {
        return node.get().catalogue().licences();
    }

    @Produces
    @ApplicationScoped
    Dumps dumps() {
        return node.get().catalogue().dumps();
    }

    @Produces
    @ApplicationScoped
    DataCatalogue dataCatalogue() {
        return node.get().catalogue().dataCatalogue();
    }

    @Produces
    @ApplicationScoped
    Quality quality() {
        return node.get().catalogue().quality();
    }

    @Produces
    @ApplicationScoped
    Agendas agendas() {
        return node.get().catalogue().agendas();
    }

    @Produces
    @ApplicationScoped
    Search search() {
        return node.get().search();
    }

    @Produces
    @ApplicationScoped
    Intake intake() {
        return node.get().intake();
    }

    @Produces
    @ApplicationScoped
    PulledSources sources() {
        return node.get().sources();
    }
}
