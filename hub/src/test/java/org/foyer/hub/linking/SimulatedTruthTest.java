package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.SimulationProgress;
import org.foyer.hub.simulation.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulated buyers whose persons are known go through the intake into the warehouse and are linked there; what is found is compared with the truth, and with what
 * {@code foyer link} finds among the same buyers as a file.
 */
class SimulatedTruthTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final HouseId ID = new HouseId(11);

    /** Measured 0.804: few people are several buyers. */
    private static final double PAIRS_MIN = 0.80;

    /** Measured 0.9952. */
    private static final double CUBED_MIN = 0.995;

    /** As the warehouse compares them. */
    private static final String PLAN = """
            id: id
            country: FR
            columns:
              first_name: first-name
              last_name: last-name
              street: address
              postcode: postcode
              city: place
              email: email
              phone: phone
              birth_year: date
            """;

    private static final String BUYERS = """
            copy (select buyer_ref as id, first_name, last_name, street, postcode, city, email, phone, birth_year
              from personal.buyer where house = 11) to '%s' (header, delimiter ',')
            """;

    @TempDir
    Path folder;

    @Test
    void theWarehouseFindsThePeopleOfTheTruthAsWellAsTheFileDoes() throws IOException {
        SimulatedHouse simulated = Simulator.simulate(
                        new SimulationPlan(1, 40_000, 1789, TODAY, 4, folder.resolve("files")), SimulationProgress.NONE)
                .houses()
                .get(0);
        try (IntakeStand stand = new IntakeStand(folder.resolve("node"))) {
            stand.now = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
            stand.addHouse(ID.value(), simulated.slug(), simulated.zone(), simulated.currency());
            load(stand, simulated);
            new SamePerson(stand.warehouse, stand.register, BuyerStand.CLOCK).link(house(simulated));
            Map<String, String> truth = truth();
            Map<String, String> inWarehouse = pairs(stand.query("select b.buyer_ref, coalesce(s.one_person, b.person)"
                    + " from personal.buyer b left join same_person s on s.house = b.house and s.person = b.person"
                    + " where b.house = 11"));
            assertThat(inWarehouse.keySet()).as("buyers whose person is known").isSubsetOf(truth.keySet());

            Map<String, String> inFile = linkedAsFile(stand);
            assertThat(agreement(inWarehouse, inFile).pairF1())
                    .as("whose keys are drawn at random, the warehouse finds what the file says")
                    .isEqualTo(1);
            Agreement agreement = agreement(inWarehouse, truth);
            assertThat(agreement.truth()).as("some people are several buyers").isLessThan(inWarehouse.size());
            assertThat(agreement.pairF1()).as("%s", agreement).isGreaterThan(PAIRS_MIN);
            assertThat(agreement.cubedF1()).as("%s", agreement).isGreaterThan(CUBED_MIN);
        }
    }

    private static House house(SimulatedHouse simulated) {
        return new House(
                ID,
                simulated.slug(),
                simulated.slug(),
                Discipline.THEATRE,
                500,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of(simulated.zone()),
                Currency.getInstance(simulated.currency()),
                true);
    }

    private void load(IntakeStand stand, SimulatedHouse house) throws IOException {
        for (SimulatedFile file : house.files()) {
            if (file.kind().isImported()) {
                Path path = folder.resolve("files").resolve(file.path());
                try (InputStream in = Files.newInputStream(path)) {
                    stand.run(ID, stand.intake.receive(ID, path.getFileName().toString(), in));
                }
            }
        }
    }

    /** Buyer → person. */
    private Map<String, String> truth() throws IOException {
        Map<String, String> truth = new HashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("files/truth/persons.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            truth.put(cells[1], cells[2]);
        }
        return truth;
    }

    private Map<String, String> linkedAsFile(IntakeStand stand) throws IOException {
        Path table = folder.resolve("buyers.csv");
        Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
        Path persons = folder.resolve("persons.csv");
        stand.warehouse.read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(BUYERS.formatted(table));
            }
        });
        assertThat(Linking.link(new LinkFiles(plan, table, persons, null)).problems())
                .noneMatch(LinkProblem::stops);
        Map<String, String> found = new HashMap<>();
        List<String> lines = Files.readAllLines(persons);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            found.put(cells[0], cells[1]);
        }
        return found;
    }

    private static Map<String, String> pairs(List<String> rows) {
        Map<String, String> pairs = new HashMap<>();
        rows.forEach(row -> pairs.put(row.split("\\|")[0], row.split("\\|")[1]));
        return pairs;
    }

    private static Agreement agreement(Map<String, String> found, Map<String, String> truth) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] one = new int[found.size()];
        int[] other = new int[found.size()];
        int at = 0;
        for (Map.Entry<String, String> entry : found.entrySet()) {
            one[at] = numbers.computeIfAbsent("f" + entry.getValue(), key -> numbers.size());
            other[at++] = numbers.computeIfAbsent("t" + truth.get(entry.getKey()), key -> numbers.size());
        }
        return Agreement.of(one, other);
    }
}
