package org.foyer.hub.site;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.foyer.hub.catalogue.Catalogue;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.DataProtection;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.Pooling;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAccounts;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterConsents;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.governance.internal.RegisterPooledGate;
import org.foyer.hub.governance.internal.RegisterPurposes;
import org.foyer.hub.governance.internal.study.RegisterNodeStudyGate;
import org.foyer.hub.governance.internal.study.RegisterStudyGate;
import org.foyer.hub.governance.internal.table.RegisterObservatory;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Forecasts;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.insight.NodeQuestions;
import org.foyer.hub.insight.Observatory;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.insight.SavedSegments;
import org.foyer.hub.insight.Segments;
import org.foyer.hub.insight.ShowFigures;
import org.foyer.hub.insight.SurveyComparisons;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.internal.RegisterSegments;
import org.foyer.hub.insight.internal.survey.PeerSurveys;
import org.foyer.hub.insight.internal.survey.RegisterSurveys;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.linking.BackgroundLinking;
import org.foyer.hub.linking.SamePerson;
import org.foyer.hub.site.internal.server.OwnThread;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.DataFolder;
import org.foyer.hub.store.HouseKeys;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.foyer.hub.store.WarehouseBroken;
import org.jspecify.annotations.Nullable;

/**
 * One node: its stores and its rooms, put together by hand for the server and for the command line alike.
 *
 * <p>A warehouse that cannot be read does not stop it: what needs no warehouse goes on, the rest says so.
 */
public final class Node implements AutoCloseable {

    private final DataFolder folder;
    private final NodeSettings settings;
    private final Register register;
    private final @Nullable Warehouse warehouse;
    private final @Nullable WarehouseBroken broken;
    private final HouseKeys keys;
    private final Houses houses;
    private final Accounts accounts;
    private final Audit audit;
    private final Gate gate;
    private final PooledGate pooledGate;
    private final StudyGate studyGate;
    private final NodeStudyGate nodeStudyGate;
    private final ObservatoryGate observatoryGate;
    private final Purposes purposes;
    private final Consents consents;
    private final Pooling pooling;
    private final Touring touring;
    private final SavedSegments savedSegments;
    private final Surveys surveys;
    private final SurveyComparisons surveyComparisons;
    private final @Nullable NodeRooms rooms;

    private Node(
            DataFolder folder,
            NodeSettings settings,
            HouseKeys keys,
            Register register,
            @Nullable Warehouse warehouse,
            @Nullable WarehouseBroken broken) {
        this.folder = folder;
        this.settings = settings;
        this.keys = keys;
        this.register = register;
        this.warehouse = warehouse;
        this.broken = broken;
        SecureRandom random = new SecureRandom();
        this.houses = new RegisterHouses(register, settings.clock(), random);
        this.accounts = new RegisterAccounts(register, settings.clock(), random);
        RegisterAudit chain = new RegisterAudit(register, settings.clock(), new AuditEnd(folder.auditEnd()));
        this.audit = chain;
        this.pooling = Pooling.over(register, settings.clock(), chain, new HouseSecrets(archive()));
        this.gate = new DisclosureGate(register, settings.clock(), random, houses, chain);
        this.pooledGate = new RegisterPooledGate(register, settings.clock(), random, houses, chain);
        this.nodeStudyGate =
                new RegisterNodeStudyGate(register, settings.clock(), random, houses, pooling.agreed(), chain);
        this.studyGate = new RegisterStudyGate(register, settings.clock(), random, houses, pooling.agreed(), chain);
        this.observatoryGate = new RegisterObservatory(register, settings.clock(), houses, pooling.agreed(), chain);
        this.purposes = new RegisterPurposes(register, settings.clock(), chain);
        this.consents = new RegisterConsents(register, settings.clock(), purposes, chain);
        this.touring = Touring.over(register, settings.clock(), random, houses, chain);
        this.savedSegments = new RegisterSegments(register, settings.clock(), chain);
        this.rooms = warehouse == null ? null : new NodeRooms(this, warehouse, chain);
        NodeRooms open = rooms;
        Supplier<Optional<Audience>> buyers = () -> open == null ? Optional.empty() : Optional.of(open.audience);
        this.surveys = new RegisterSurveys(register, settings.clock(), random, chain, buyers);
        this.surveyComparisons = new PeerSurveys(gate, register, houses, settings.clock(), buyers);
    }

    /**
     * Holds the data folder and opens everything in it.
     *
     * @throws org.foyer.hub.store.DataFolderHeld when another process holds the folder
     */
    public static Node open(NodeSettings settings) {
        return open(DataFolder.hold(settings.data()), settings);
    }

    /**
     * Opens everything in a folder that is already held, and settles what a crash left between the stores.
     *
     * @param folder closed with the node, or at once when the node cannot open
     */
    public static Node open(DataFolder folder, NodeSettings settings) {
        LogManager.getLogManager(); // two threads that are the first to log wait for each other, now and then for ever
        try {
            HouseKeys keys = new HouseKeys(folder.keys());
            CompletableFuture<Warehouse> warehouse = CompletableFuture.supplyAsync(
                    () -> Warehouse.open(folder.warehouse(), settings.warehouseMemory(), keys),
                    new OwnThread("opening-warehouse"));
            Register register = Register.open(
                    settings.register(folder.register()), settings.registerUser(), settings.registerPassword());
            return settled(folder, settings, keys, register, warehouse);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Node settled(
            DataFolder folder,
            NodeSettings settings,
            HouseKeys keys,
            Register register,
            CompletableFuture<Warehouse> opening) {
        Node node;
        try {
            node = new Node(folder, settings, keys, register, opening.join(), null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WarehouseBroken broken) {
                return new Node(folder, settings, keys, register, null, broken);
            }
            throw e;
        }
        node.intake().settle();
        return node;
    }

    private NodeRooms rooms() {
        if (rooms == null) {
            throw broken == null ? new IllegalStateException("no warehouse") : broken;
        }
        return rooms;
    }

    public NodeSettings settings() {
        return settings;
    }

    public DataFolder folder() {
        return folder;
    }

    public Register register() {
        return register;
    }

    public HouseKeys keys() {
        return keys;
    }

    public Archive archive() {
        return new Archive(folder.archive(), keys);
    }

    /** Why the warehouse cannot be read, or empty when it can. */
    public Optional<WarehouseBroken> broken() {
        return Optional.ofNullable(broken);
    }

    /** @throws WarehouseBroken when it cannot be read */
    public Warehouse warehouse() {
        return rooms().warehouse;
    }

    public Houses houses() {
        return houses;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Audit audit() {
        return audit;
    }

    public Gate gate() {
        return gate;
    }

    public PooledGate pooledGate() {
        return pooledGate;
    }

    public StudyGate studyGate() {
        return studyGate;
    }

    public NodeStudyGate nodeStudyGate() {
        return nodeStudyGate;
    }

    public ObservatoryGate observatoryGate() {
        return observatoryGate;
    }

    public Purposes purposes() {
        return purposes;
    }

    public Consents consents() {
        return consents;
    }

    public Pooling pooling() {
        return pooling;
    }

    public Touring touring() {
        return touring;
    }

    /** Works without the warehouse too: then nothing is weighted. */
    public Surveys surveys() {
        return surveys;
    }

    public SurveyComparisons surveyComparisons() {
        return surveyComparisons;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public DataProtection protection() {
        return rooms().protection;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Figures figures() {
        return rooms().figures;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Audience audience() {
        return rooms().audience;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Segments segments() {
        return rooms().segments;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public ShowFigures showFigures() {
        return rooms().showFigures;
    }

    public SavedSegments savedSegments() {
        return savedSegments;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Forecasts forecasts() {
        return rooms().forecasts;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Comparisons comparisons() {
        return rooms().comparisons;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public FreeQuestions freeQuestions() {
        return rooms().freeQuestions;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public NodeQuestions nodeQuestions() {
        return rooms().nodeQuestions;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Observatory observatory() {
        return rooms().observatory;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public PooledFigures pooledFigures() {
        return rooms().pooledFigures;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Catalogue catalogue() {
        return rooms().catalogue;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public DataProducts products() {
        return rooms().products;
    }

    /** Begins what a serving node does before anybody asks: shows are made ready to be found. */
    public void wake() {
        if (rooms != null) {
            rooms.search.soon();
            rooms.reception.sources().begin();
            rooms.catalogue.agendas().begin();
        }
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Search search() {
        return rooms().search;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public Intake intake() {
        return rooms().reception.intake();
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public PulledSources sources() {
        return rooms().reception.sources();
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public SamePerson samePerson() {
        return rooms().samePerson;
    }

    /** @throws WarehouseBroken when the warehouse cannot be read */
    public BackgroundLinking backgroundLinking() {
        return rooms().background;
    }

    @Override
    public void close() {
        if (rooms != null) {
            rooms.reception.close();
            rooms.catalogue.close();
            rooms.background.close();
            rooms.search.close();
        }
        if (warehouse != null) {
            warehouse.close();
        }
        register.close();
        folder.close();
    }
}
