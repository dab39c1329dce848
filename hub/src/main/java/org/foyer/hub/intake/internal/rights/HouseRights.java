package org.foyer.hub.intake.internal.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.internal.loading.NamedBuyers;
import org.foyer.hub.intake.internal.loading.PersonSearch;
import org.foyer.hub.intake.internal.runs.HouseFacts;
import org.foyer.hub.intake.internal.runs.RunReports;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Problem;

/** The rights of people in the data of a house, over the stores. */
public final class HouseRights implements PersonRights {

    private final Register register;
    private final Warehouse warehouse;
    private final RunReports reports;
    private final Erasing erasing;
    private final PersonWishes wishes;

    public HouseRights(
            Register register, Warehouse warehouse, RunReports reports, Erasing erasing, PersonWishes wishes) {
        this.wishes = wishes;
        this.register = register;
        this.warehouse = warehouse;
        this.reports = reports;
        this.erasing = erasing;
    }

    @Override
    public Found find(HouseId house, Asked asked) {
        if (!asked.tells()) {
            return new Found(List.of(), false);
        }
        List<Buyer> buyers =
                warehouse.read(connection -> new PersonSearch(connection, house.value()).find(asked, PEOPLE_MAX + 1));
        if (buyers.size() > PEOPLE_MAX) {
            return new Found(List.of(), true);
        }
        boolean namesakes = buyers.size() > 1 && !asked.byNumberOrEmail();
        return new Found(namesakes ? buyers.stream().map(Buyer::toChoose).toList() : buyers, false);
    }

    @Override
    public boolean knows(HouseId house, long person) {
        return warehouse.read(connection ->
                new PersonSearch(connection, house.value()).byKey(person).isPresent());
    }

    @Override
    public Named named(HouseId house, List<String> names) {
        if (names.size() > NAMED_MAX) {
            throw new IllegalArgumentException("more than " + NAMED_MAX + " names");
        }
        HouseFacts facts = HouseFacts.of(register, house);
        return warehouse.read(connection -> new NamedBuyers(connection, house.value(), facts.salt()).of(names));
    }

    @Override
    public Optional<Held> held(HouseId house, long person) {
        HouseFacts facts = HouseFacts.of(register, house);
        return warehouse.read(connection -> {
            PersonSearch search = new PersonSearch(connection, house.value());
            Optional<Buyer> buyer = search.byKey(person);
            if (buyer.isEmpty()) {
                return Optional.empty();
            }
            List<Movement> movements = search.movements(person, facts.zone());
            List<SaidBy> said = search.runs(person).stream().map(this::saidBy).toList();
            return Optional.of(new Held(
                    buyer.get(),
                    wishes.corrected(house, person),
                    wishes.objection(house, person).orElse(null),
                    movements,
                    facts.currency(),
                    said));
        });
    }

    private SaidBy saidBy(int run) {
        return reports.byId(new IntakeRunId(run))
                .map(report -> new SaidBy(
                        run, report.files().stream().map(file -> file.name()).toList(), report.begunAt()))
                .orElseThrow();
    }

    @Override
    public List<Problem> correct(HouseId house, long person, Map<ContactField, String> contacts, String actor) {
        return wishes.correct(house, person, contacts, actor);
    }

    @Override
    public boolean object(HouseId house, long person, boolean objects, String way, String actor) {
        return wishes.object(house, person, objects, way, actor);
    }

    @Override
    public Proof forget(HouseId house, List<Long> persons, String actor) {
        return erasing.forget(house, persons, actor);
    }

    @Override
    public Optional<Proof> forgetDue(HouseId house, int months, String actor) {
        return erasing.forgetDue(house, months, actor);
    }

    @Override
    public Optional<Proof> forgetWaitingDue(HouseId house, int months, String actor) {
        return erasing.forgetWaitingDue(house, months, actor);
    }

    @Override
    public List<Proof> erasures(HouseId house) {
        return erasing.done(house);
    }
}
