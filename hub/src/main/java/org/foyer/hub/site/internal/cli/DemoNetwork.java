package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulatedNetwork;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.Simulator;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.foyer.hub.site.internal.api.ListedPeople;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ArchivedFile;

/**
 * Fills a node with simulated houses and a real archive, through the doors that everyone uses. May be stopped and begun
 * again: what is there stays, and the same file twice changes nothing.
 */
final class DemoNetwork {

    private static final String TITLE = "Foyer";
    private static final String OPERATOR = "operator";
    private static final String READER = "reader";
    private static final String EDITOR = "editor";
    private static final HouseId NOT_YET = new HouseId(1);

    private static final String AGREED_TO = "Je souhaite recevoir par e-mail la lettre du théâtre (données simulées).";

    /** Programmes of the New York Philharmonic, CC0, with the notice beside the data. */
    private static final List<String> ARCHIVE = List.of(
            "1842-43_TO_1910-11.json", "1963-64_TO_1973-74.json", "2004-05_TO_2010-11.json", "2024-25_TO_NOW.json");

    private final Node node;
    private final Console console;
    private final Accounts accounts;

    DemoNetwork(Node node, Console console) {
        this.node = node;
        this.console = console;
        this.accounts = node.accounts();
    }

    /** The logins of the demonstration: one steward for each house, a reader and an editor of the first, the operator. */
    static List<String> logins(Node node) {
        return node.accounts().all().stream().map(Accounts.Account::login).toList();
    }

    /** Two houses at once: while the files of one are loaded, those of the next are read. */
    void fill(String password) throws IOException {
        Path files = Files.createTempDirectory("foyer-demo-");
        ExecutorService helpers = Executors.newFixedThreadPool(2);
        try {
            Future<Void> archive = helpers.submit(() -> importArchive(password));
            SimulatedNetwork network = simulate(files);
            List<House> houses = network.houses().stream()
                    .map(simulated -> house(described(simulated)))
                    .toList();
            try (ProgressBar bar = console.progress(TITLE)) {
                FilesDone done = new FilesDone(bar, network);
                List<Future<Void>> works = new ArrayList<>(List.of(archive));
                for (int i = 0; i < houses.size(); i++) {
                    House house = houses.get(i);
                    SimulatedHouse simulated = network.houses().get(i);
                    works.add(helpers.submit(() -> fillHouse(house, simulated, files, done, password)));
                }
                for (Future<Void> work : works) {
                    await(work);
                }
            }
            new DemoSurvey(node).fill(houses);
            member(READER, houses.get(0), Role.READER, password);
            member(EDITOR, houses.get(0), Role.EDITOR, password);
            if (accounts.byLogin(OPERATOR).isEmpty()) {
                accounts.setPassword(accounts.add(OPERATOR, OPERATOR, true).id(), password);
            }
        } finally {
            helpers.shutdownNow();
            delete(files);
        }
    }

    private static void await(Future<Void> work) throws IOException {
        try {
            work.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    /** How many of the network's files are imported. */
    private static final class FilesDone {

        private final ProgressBar bar;
        private final long total;
        private long done;
        private String latest = "";

        FilesDone(ProgressBar bar, SimulatedNetwork network) {
            this.bar = bar;
            this.total = network.houses().stream()
                    .mapToLong(house -> imported(house).size())
                    .sum();
        }

        synchronized void begins(House house) {
            latest = house.name();
            bar.at(latest, done, total);
        }

        synchronized void more(int files) {
            done += files;
            bar.at(latest, done, total);
        }
    }

    private SimulatedNetwork simulate(Path files) {
        LocalDate today = LocalDate.now(node.settings().clock().withZone(ZoneId.of("Europe/Paris")));
        try (ProgressBar bar = console.progress("simulate")) {
            return Simulator.simulate(SimulationPlan.demonstration(today, files.resolve("network")), bar::written);
        }
    }

    private static House described(SimulatedHouse simulated) {
        return new House(
                NOT_YET,
                simulated.slug(),
                simulated.name(),
                simulated.discipline(),
                simulated.seats(),
                simulated.address(),
                null,
                ZoneId.of(simulated.zone()),
                Currency.getInstance(simulated.currency()),
                true);
    }

    private House house(House described) {
        return node.houses()
                .bySlug(described.slug())
                .orElseGet(() -> node.houses().add(described));
    }

    private Void fillHouse(House house, SimulatedHouse simulated, Path files, FilesDone done, String password)
            throws IOException {
        done.begins(house);
        for (List<SimulatedFile> together : runs(imported(simulated))) {
            List<ArchivedFile> received = new ArrayList<>();
            for (SimulatedFile file : together) {
                Path path = files.resolve("network").resolve(file.path());
                try (InputStream in = Files.newInputStream(path)) {
                    received.add(
                            node.intake().receive(house.id(), path.getFileName().toString(), in));
                }
            }
            importInOneRun(house, received);
            done.more(together.size());
        }
        agree(house, simulated, files.resolve("network"));
        node.gate().join(house.id(), Gate.COMPARISON, stewardOf(house));
        node.gate().join(house.id(), Gate.OVERLAP, stewardOf(house));
        node.gate().join(house.id(), Gate.STUDY, stewardOf(house));
        node.gate().join(house.id(), ObservatoryGate.PURPOSE, stewardOf(house));
        member(house.slug(), house, Role.STEWARD, password);
        return null;
    }

    /** What the simulated customers of a list agreed to. */
    private void agree(House house, SimulatedHouse simulated, Path files) throws IOException {
        ConsentDesk desk =
                new ConsentDesk(node.consents(), node.intake().rights(), node.audit(), Actor.commandLine(), house);
        ConsentDesk.Saying saying = new ConsentDesk.Saying(
                "given", List.of("programme"), List.of("email"), Consents.FILE, AGREED_TO, "fr", null);
        for (SimulatedFile file : simulated.files()) {
            if (file.kind() == SimulatedFile.Kind.NEWSLETTER && file.lines() > 0) {
                desk.sayAll(ListedPeople.of(Files.readAllBytes(files.resolve(file.path()))), saying);
            }
        }
    }

    private static List<SimulatedFile> imported(SimulatedHouse house) {
        return house.files().stream().filter(file -> file.kind().isImported()).toList();
    }

    /** As a house begins: each file of its programme, all its seasons at once, then the first export of a night. */
    private static List<List<SimulatedFile>> runs(List<SimulatedFile> files) {
        List<List<SimulatedFile>> runs = new ArrayList<>();
        int nightly = files.size() - 1;
        for (int i = 0; i < files.size(); i++) {
            boolean together = i > 0
                    && i < nightly
                    && files.get(i).season() != null
                    && files.get(i - 1).season() != null;
            if (together) {
                runs.get(runs.size() - 1).add(files.get(i));
            } else {
                runs.add(new ArrayList<>(List.of(files.get(i))));
            }
        }
        return runs;
    }

    private Void importArchive(String password) throws IOException {
        House house = house(new House(
                NOT_YET,
                "new-york-philharmonic",
                "New York Philharmonic",
                Discipline.MUSIC,
                2200,
                new PostalAddress("10 Lincoln Center Plaza", "10023", "New York", "NY", "US"),
                "https://nyphil.org",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                false));
        for (String name : ARCHIVE) {
            try (InputStream packed = DemoNetwork.class.getResourceAsStream("/data/nyphil/" + name + ".gz")) {
                if (packed == null) {
                    throw new IllegalStateException("missing in the jar: " + name);
                }
                importInOneRun(house, List.of(node.intake().receive(house.id(), name, new GZIPInputStream(packed))));
            }
        }
        member(house.slug(), house, Role.STEWARD, password);
        return null;
    }

    private void importInOneRun(House house, List<ArchivedFile> files) {
        RunReport report = node.intake()
                .run(
                        new RunOrder(
                                house.id(),
                                files,
                                Matching.NONE,
                                false,
                                null,
                                Actor.commandLine().login(),
                                null),
                        Progress.NONE);
        String why =
                report.problems().isEmpty() ? "–" : report.problems().get(0).code();
        boolean nothingSoldYet = why.equals("no-rows"); // a house whose sale has not begun sends a header alone
        if (report.state() == RunState.FAILED && !nothingSoldYet) {
            throw new Refused(500, "demo-import-failed", files.get(0).name(), why);
        }
    }

    private void member(String login, House house, Role role, String password) {
        Accounts.Account account = accounts.byLogin(login).orElseGet(() -> {
            Accounts.Account added = accounts.add(login, login, false);
            accounts.setPassword(added.id(), password);
            return added;
        });
        accounts.setRole(account.id(), house.id(), role);
    }

    private static Actor stewardOf(House house) {
        return new Actor(Actor.commandLine().login(), true, Map.of(house.id(), Role.STEWARD), false);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
