package org.foyer.hub.governance.internal.agreements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.Forgetting;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Agreements kept in the register, signed with keys that are sealed with those of the houses. Days are days in UTC. */
public final class RegisterAgreements implements Agreements {

    /** Read at the first question: the start of a node needs no template. */
    private static final class Shipped {
        static final List<AgreementTemplate> TEMPLATES = AgreementFile.shipped();
    }

    private final Register register;
    private final Clock clock;
    private final Networks networks;
    private final SigningKeys keys;
    private final RegisterAudit audit;

    public RegisterAgreements(
            Register register, Clock clock, Networks networks, SigningKeys keys, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.networks = networks;
        this.keys = keys;
        this.audit = audit;
    }

    @Override
    public List<AgreementTemplate> templates() {
        return Shipped.TEMPLATES;
    }

    @Override
    public String essence(AgreementTerms terms, String language) {
        return AgreementText.essence(template(terms.template()).orElseThrow(), terms, language);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public List<Agreement> of(HouseId house) {
        networks.of(house); // a vote that opens one may be due
        return register.read(handle -> {
            AgreementTables tables = new AgreementTables(handle);
            return tables.of(house, AGREEMENTS_MAX).stream()
                    .map(row -> reading(tables).whole(row))
                    .toList();
        });
    }

    @Override
    public Optional<Agreement> agreement(HouseId house, long agreement) {
        networks.of(house);
        return register.read(handle -> seen(new AgreementTables(handle), house, agreement));
    }

    private Optional<Agreement> seen(AgreementTables tables, HouseId house, long agreement) {
        return tables.of(house, AGREEMENTS_MAX).stream()
                .filter(row -> row.id() == agreement)
                .map(row -> reading(tables).whole(row))
                .findFirst();
    }

    private AgreementReading reading(AgreementTables tables) {
        return new AgreementReading(tables, today());
    }

    @Override
    public Done draw(House house, Wish wish, List<Data> indicators, String base, Actor actor) {
        Optional<AgreementTemplate> template = template(wish.template());
        if (template.isEmpty()) {
            return Done.refused("template", "agreement-template");
        }
        Network network = null;
        if (wish.network() != null && !wish.network().isBlank()) {
            network = networks.network(house.id(), wish.network())
                    .filter(one -> one.has(house.id()))
                    .orElse(null);
            if (network == null) {
                return Done.refused("network", "network-unknown", wish.network());
            }
        }
        Network within = network;
        return register.write(handle -> {
            AgreementTables tables = new AgreementTables(handle);
            if (tables.count() >= AGREEMENTS_MAX) {
                return Done.refused("title", "agreements-too-many", Integer.toString(AGREEMENTS_MAX));
            }
            return add(tables, house, template.get(), within, wish, indicators, base, actor, null, 1);
        });
    }

    @Override
    public Done redraw(House house, long agreement, Wish wish, List<Data> indicators, String base, Actor actor) {
        Optional<Agreement> found = agreement(house.id(), agreement);
        if (found.isEmpty()) {
            return Done.refused("agreement", "agreement-unknown", Long.toString(agreement));
        }
        if (found.get().versions().size() >= VERSIONS_MAX) {
            return Done.refused("agreement", "agreement-versions", Integer.toString(VERSIONS_MAX));
        }
        String slug = found.get().network();
        Network within = slug == null
                ? null
                : networks.network(house.id(), slug)
                        .filter(one -> one.has(house.id()))
                        .orElse(null);
        if (slug != null && within == null) {
            return Done.refused("network", "network-not-member");
        }
        if (slug == null && found.get().versions().get(0).party(house.id()).isEmpty()) {
            return Done.refused("agreement", "agreement-not-party");
        }
        AgreementTemplate template = template(found.get().template()).orElseThrow();
        return register.write(handle -> {
            AgreementTables tables = new AgreementTables(handle);
            int version = tables.versions(agreement).get(0).version() + 1;
            return add(tables, house, template, within, wish, indicators, base, actor, agreement, version);
        });
    }

    private Done add(
            AgreementTables tables,
            House house,
            AgreementTemplate template,
            @Nullable Network network,
            Wish wish,
            List<Data> indicators,
            String base,
            Actor actor,
            @Nullable Long known,
            int number) {
        List<Fault> faults = new ArrayList<>();
        Optional<AgreementTerms> terms = new AgreementFaults(
                        tables.handle(), house, template, network, indicators, today(), faults)
                .terms(wish, base);
        if (terms.isEmpty()) {
            return Done.refused(faults);
        }
        long now = clock.millis();
        long agreement = known != null
                ? known
                : tables.add(
                        network == null ? null : network.id(),
                        template.id(),
                        terms.get().title(),
                        house.id(),
                        actor.login(),
                        now);
        String uid = "urn:uuid:" + UUID.randomUUID();
        Instant opened = network == null ? Instant.ofEpochMilli(now) : null;
        AgreementTables.VersionRow row = new AgreementTables.VersionRow(
                number,
                uid,
                AgreementReading.json(terms.get()),
                AgreementText.of(template, terms.get(), "fr"),
                AgreementText.of(template, terms.get(), "en"),
                PolicyWriter.of(template, terms.get(), uid),
                opened,
                Instant.ofEpochMilli(now),
                0);
        tables.addVersion(agreement, row, terms.get(), actor.login(), now);
        audit.append(
                tables.handle(),
                actor,
                house.id(),
                "agreement-drawn",
                template.purpose(),
                told(agreement, number) + ", "
                        + AgreementReading.signing(row, "").hash());
        return new Done(agreement, number, List.of());
    }

    private static String told(long agreement, int version) {
        return "agreement %d, version %d".formatted(agreement, version);
    }

    private Optional<AgreementTemplate> template(@Nullable String id) {
        return templates().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Done sign(House house, long agreement, int version, @Nullable String hash, Actor actor) {
        return ofParty(house, agreement, version, (tables, found, party) -> {
            if (found.state() != State.OPEN || party.standing() != Standing.WAITING) {
                return Done.refused("agreement", "agreement-not-to-sign");
            }
            if (!found.hash().equals(hash)) {
                return Done.refused("hash", "agreement-other-text");
            }
            long now = clock.millis();
            Signing.Signed signed = new Signing.Signed(
                    found.uid(),
                    version,
                    found.terms().iri(house.slug()),
                    found.textFr(),
                    found.textEn(),
                    found.policy());
            String jws = Signing.sign(
                    signed, keys.of(tables.handle(), house, actor, now).privateKey());
            tables.sign(agreement, version, house.id(), jws, actor.login(), now);
            audit.append(
                    tables.handle(),
                    actor,
                    house.id(),
                    "agreement-signed",
                    null,
                    told(agreement, version) + ", " + hash);
            return new Done(agreement, version, List.of());
        });
    }

    @Override
    public Done withdraw(House house, long agreement, int version, Actor actor) {
        return ofParty(house, agreement, version, (tables, found, party) -> {
            if (party.standing() == Standing.WITHDRAWN) {
                return Done.refused("agreement", "agreement-withdrawn-already");
            }
            tables.withdraw(agreement, version, house.id(), actor.login(), clock.millis());
            audit.append(tables.handle(), actor, house.id(), "agreement-withdrawn", null, told(agreement, version));
            Forgetting.sweep(tables.handle(), clock, audit, actor);
            return new Done(agreement, version, List.of());
        });
    }

    @FunctionalInterface
    private interface PartyAct {
        Done of(AgreementTables tables, Agreement.Version version, Agreement.Party party);
    }

    private Done ofParty(House house, long agreement, int version, PartyAct act) {
        networks.of(house.id());
        return register.write(handle -> {
            AgreementTables tables = new AgreementTables(handle);
            Optional<Agreement.Version> found =
                    seen(tables, house.id(), agreement).flatMap(one -> one.version(version));
            if (found.isEmpty()) {
                return Done.refused("agreement", "agreement-unknown", Long.toString(agreement));
            }
            Optional<Agreement.Party> party = found.get().party(house.id());
            return party.isEmpty()
                    ? Done.refused("agreement", "agreement-not-party")
                    : act.of(tables, found.get(), party.get());
        });
    }

    @Override
    public Verdict permits(long agreement, Wanted wanted) {
        return register.read(handle -> verdict(handle, agreement, wanted).verdict());
    }

    @Override
    public Verdict use(long agreement, Wanted wanted, Actor actor) {
        return register.write(handle -> {
            Judged judged = verdict(handle, agreement, wanted);
            Agreement.Version version = judged.version();
            if (judged.verdict().permitted() && version != null) {
                HouseId taker = version.parties().stream()
                        .filter(one -> one.slug().equals(wanted.taker()))
                        .map(Agreement.Party::house)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
                new AgreementTables(handle)
                        .used(agreement, version.version(), taker, wanted.data(), actor.login(), clock.millis());
                audit.append(
                        handle,
                        actor,
                        taker,
                        "agreement-used",
                        wanted.purpose(),
                        told(agreement, version.version()) + ", " + wanted.giver() + ", " + wanted.data());
            }
            return judged.verdict();
        });
    }

    /** @param version in force; null when there is none */
    private record Judged(Verdict verdict, Agreement.@Nullable Version version) {}

    private Judged verdict(Handle handle, long agreement, Wanted wanted) {
        AgreementTables tables = new AgreementTables(handle);
        Optional<Agreement> found =
                tables.find(agreement).map(row -> reading(tables).whole(row));
        if (found.isEmpty()) {
            return refused(new Fault("agreement", "agreement-unknown", Long.toString(agreement)));
        }
        Agreement.Version version = found.get().present();
        if (version.state() != State.IN_FORCE) {
            return refused(
                    new Fault("agreement", "agreement-is-" + version.state().key()));
        }
        for (String slug : List.of(wanted.giver(), wanted.taker())) {
            boolean signed = version.parties().stream()
                    .anyMatch(
                            one -> one.house() != null && one.slug().equals(slug) && one.standing() == Standing.SIGNED);
            if (!signed) {
                return refused(new Fault("agreement", "use-not-signed", slug));
            }
        }
        AgreementTerms terms = version.terms();
        Use use = new Use(
                wanted.action(),
                wanted.data(),
                terms.iri(wanted.giver()),
                terms.iri(wanted.taker()),
                wanted.purpose(),
                today(),
                wanted.houses(),
                wanted.buyers(),
                version.uses());
        return new Judged(PolicyDecider.decide(version.policy(), use), version);
    }

    private static Judged refused(Fault why) {
        return new Judged(Verdict.refused(List.of(why)), null);
    }
}
