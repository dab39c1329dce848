package org.foyer.hub.site;

import java.time.Duration;
import org.foyer.hub.catalogue.Catalogue;
import org.foyer.hub.catalogue.internal.WarehouseSearch;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.governance.DataProtection;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Safeguards;
import org.foyer.hub.governance.internal.ConsentedContacts;
import org.foyer.hub.governance.internal.HousePrivacy;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Forecasts;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.insight.NodeQuestions;
import org.foyer.hub.insight.Observatory;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.insight.ShowFigures;
import org.foyer.hub.insight.internal.AudienceFigures;
import org.foyer.hub.insight.internal.CubeFigures;
import org.foyer.hub.insight.internal.CubeForecasts;
import org.foyer.hub.insight.internal.GrantedShows;
import org.foyer.hub.insight.internal.PeerComparisons;
import org.foyer.hub.insight.internal.PooledContributions;
import org.foyer.hub.insight.internal.RegisterSegmentBudget;
import org.foyer.hub.insight.internal.RememberedFigures;
import org.foyer.hub.insight.internal.SegmentFigures;
import org.foyer.hub.insight.internal.study.GatedNodeQuestions;
import org.foyer.hub.insight.internal.study.GatedObservatory;
import org.foyer.hub.insight.internal.study.GatedQuestions;
import org.foyer.hub.intake.Reception;
import org.foyer.hub.linking.BackgroundLinking;
import org.foyer.hub.linking.SamePerson;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** The rooms of a node that need its warehouse, put together by hand. */
final class NodeRooms {

    /** After an import or a decision, so that several that follow one another are linked once. */
    private static final Duration BEFORE_LINKING = Duration.ofSeconds(5);

    /** What this Foyer does for people today; whoever brings a safeguard sets it here. */
    private static final Safeguards SAFEGUARDS = new Safeguards(true, false, true, true, true, true, false);

    final Warehouse warehouse;
    final Figures figures;
    final Audience audience;
    final Segments segments;
    final Forecasts forecasts;
    final Comparisons comparisons;
    final PooledFigures pooledFigures;
    final ShowFigures showFigures;
    final FreeQuestions freeQuestions;
    final NodeQuestions nodeQuestions;
    final Observatory observatory;
    final Catalogue catalogue;
    final WarehouseSearch search;
    final Reception reception;
    final DataProtection protection;
    final SamePerson samePerson;
    final BackgroundLinking background;
    final DataProducts products;

    NodeRooms(Node node, Warehouse open, RegisterAudit chain) {
        NodeSettings settings = node.settings();
        Register register = node.register();
        Houses houses = node.houses();
        this.warehouse = open;
        RememberedFigures remembered = new RememberedFigures(new CubeFigures(open, register, houses), open);
        this.figures = remembered;
        this.audience = new AudienceFigures(open, houses);
        this.segments = new SegmentFigures(
                open,
                houses,
                new ConsentedContacts(register, open, settings.clock(), node.consents(), chain),
                new RegisterSegmentBudget(register, settings.segmentQuestions()),
                settings.clock());
        this.forecasts = new CubeForecasts(open);
        this.comparisons = new PeerComparisons(node.gate(), remembered, houses, settings.clock());
        this.pooledFigures = new PooledContributions(node.pooledGate(), remembered);
        this.showFigures = new GrantedShows(open, houses, node.touring().gate());
        GatedQuestions gated = new GatedQuestions(open, node.studyGate());
        this.freeQuestions = gated;
        this.nodeQuestions = new GatedNodeQuestions(gated, node.nodeStudyGate());
        this.observatory = new GatedObservatory(open, node.observatoryGate());
        this.catalogue = Catalogue.over(
                open,
                register,
                houses,
                chain,
                node.observatoryGate(),
                node.folder().dumps(),
                node.folder().graph(),
                node.archive(),
                settings.fetcher(),
                settings.clock());
        this.samePerson = new SamePerson(open, register, settings.clock());
        this.reception = Reception.over(
                register,
                open,
                node.archive(),
                node.folder().work(),
                settings.fetching(),
                settings.fetchAllowed(),
                settings.clock(),
                settings.fileBytesMax(),
                new ConsentsOfFiles(houses, node.consents()));
        this.background = new BackgroundLinking(samePerson, houses::byId, reception.intake()::isBusy, BEFORE_LINKING);
        this.search = new WarehouseSearch(
                node.folder().index(), open, houses::all, reception.intake()::isBusy, settings.clock());
        open.onChange(house -> {
            background.soon(house);
            search.soon();
        });
        this.products =
                DataProducts.over(register, open, houses, chain, node.folder().products(), settings.clock());
        this.protection =
                new HousePrivacy(register, open, node.purposes(), node.consents(), SAFEGUARDS, settings.clock());
    }
}
