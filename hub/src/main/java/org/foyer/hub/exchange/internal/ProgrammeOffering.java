package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Shares;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/**
 * The programmes of the houses that share them, as they were on the last day that was kept. A house that said under no licence whatever
 * offers nothing: its terms are not guessed.
 */
public final class ProgrammeOffering implements Offering {

    private static final String DATASET = "programme-";
    private static final int MARK_DIGITS = 8;
    private static final String TYPE = "application/gzip";

    private static final String FREE = "{\"permission\":[{\"action\":\"use\"}]}";

    /** Whoever uses it names the source. */
    private static final String NAMED = "{\"permission\":[{\"action\":\"use\",\"duty\":"
            + "[{\"action\":\"http://www.w3.org/ns/odrl/2/attribute\"}]}]}";

    private final Houses houses;
    private final Shares shares;
    private final Supplier<Dumps> dumps;
    private final Supplier<Licences> licences;
    private final Audit audit;

    /** @param audit keeps each handover */
    public ProgrammeOffering(
            Houses houses, Shares shares, Supplier<Dumps> dumps, Supplier<Licences> licences, Audit audit) {
        this.houses = houses;
        this.shares = shares;
        this.dumps = dumps;
        this.licences = licences;
        this.audit = audit;
    }

    @Override
    public List<SharedDataset> to(Participant participant) {
        Map<HouseId, Shares.Share> said = shares.all();
        List<SharedDataset> offered = new ArrayList<>();
        for (House house : houses.all()) {
            Shares.Share share = said.get(house.id());
            if (share != null && offered.size() < DATASETS_MAX) {
                dataset(house, share).ifPresent(offered::add);
            }
        }
        return offered;
    }

    @Override
    public Optional<SharedDataset> find(Participant participant, String id) {
        return house(id)
                .flatMap(house ->
                        Optional.ofNullable(shares.all().get(house.id())).flatMap(share -> dataset(house, share)));
    }

    private Optional<House> house(String dataset) {
        return dataset.startsWith(DATASET) ? houses.bySlug(dataset.substring(DATASET.length())) : Optional.empty();
    }

    private Optional<SharedDataset> dataset(House house, Shares.Share share) {
        if (dumps.get().of(house).isEmpty()) {
            return Optional.empty();
        }
        return licences.get()
                .of(house.id())
                .map(licence -> new SharedDataset(
                        DATASET + house.slug(),
                        house.name(),
                        DATASET + house.slug() + "-" + licence.id() + mark(share.conditions()),
                        terms(licence.id().startsWith("CC0") ? FREE : NAMED, share.conditions()),
                        List.of(SharedDataset.PULL, SharedDataset.PUSH),
                        share.automatic()));
    }

    /** An offer under other conditions is another offer. */
    private static String mark(String conditions) {
        return conditions.isEmpty() ? "" : "-" + Digests.of(conditions).substring(0, MARK_DIGITS);
    }

    private static String terms(String licence, String conditions) {
        ObjectNode terms = Json.own(licence);
        if (!conditions.isEmpty()) {
            ObjectNode read = Json.own("{\"constraint\":" + conditions + "}");
            ((ObjectNode) terms.withArray("permission").get(0)).set("constraint", read.get("constraint"));
        }
        return terms.toString();
    }

    /** The newest file of a programme. */
    @Override
    public Optional<Handover.Handed> data(Conversation transfer, BooleanSupplier running) {
        Optional<House> house =
                house(transfer.dataset()).filter(found -> shares.all().containsKey(found.id()));
        Optional<Dumps.Dump> newest =
                house.flatMap(found -> dumps.get().of(found).stream().findFirst());
        newest.ifPresent(dump -> audit.write(
                new Actor(transfer.participant(), false, Map.of(), true),
                house.orElseThrow().id(),
                "programme-handed-over",
                null,
                "agreement " + transfer.agreement() + ", transfer " + transfer.pid() + ", " + dump.bytes() + " bytes"));
        return newest.map(dump -> new Handover.Handed(dump.file(), TYPE, dump.bytes(), running));
    }
}
