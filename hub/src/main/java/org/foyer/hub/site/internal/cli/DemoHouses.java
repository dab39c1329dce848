package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.foyer.hub.site.internal.api.ListedPeople;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ArchivedFile;

/** Fills simulated houses through the doors that everyone uses. What is there stays, and the same file twice changes nothing. */
final class DemoHouses {

    static final HouseId NOT_YET = new HouseId(1);

    private static final int AT_ONCE = 3;
    private static final String AGREED_TO = "Je souhaite recevoir par e-mail la lettre du théâtre (données simulées).";

    private final Node node;
    private final Path files;
    private final String password;

    /**
     * @param files folder that the simulator wrote
     * @param password of all accounts
     */
    DemoHouses(Node node, Path files, String password) {
        this.node = node;
        this.files = files;
        this.password = password;
    }

    /**
     * Some houses at once: while the files of one are loaded, those of the next are read.
     *
     * @param beside what can be done meanwhile, once the houses are there and before anything is in them
     */
    List<House> fill(List<SimulatedHouse> simulated, FilesDone done, Function<List<House>, List<Callable<Void>>> beside)
            throws IOException {
        ExecutorService helpers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<House> houses =
                    simulated.stream().map(one -> house(described(one))).toList();
            List<Future<Void>> works = new ArrayList<>();
            beside.apply(houses).forEach(work -> works.add(helpers.submit(work)));
            for (int i = 0; i < houses.size(); i++) {
                House house = houses.get(i);
                SimulatedHouse one = simulated.get(i);
                works.add(helpers.submit(() -> fill(house, one, done)));
            }
            for (Future<Void> work : works) {
                await(work);
            }
            return houses;
        } finally {
            helpers.shutdownNow();
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

    House house(House described) {
        return node.houses()
                .bySlug(described.slug())
                .orElseGet(() -> node.houses().add(described));
    }

    private Void fill(House house, SimulatedHouse simulated, FilesDone done) throws IOException {
        done.begins(house);
        for (List<SimulatedFile> together : runs(imported(simulated))) {
            List<ArchivedFile> received = new ArrayList<>();
            for (SimulatedFile file : together) {
                Path path = files.resolve(file.path());
                try (InputStream in = Files.newInputStream(path)) {
                    received.add(
                            node.intake().receive(house.id(), path.getFileName().toString(), in));
                }
            }
            importInOneRun(house, received);
            done.more(together.size());
        }
        agree(house, simulated);
        node.gate().join(house.id(), Gate.COMPARISON, stewardOf(house));
        node.gate().join(house.id(), Gate.OVERLAP, stewardOf(house));
        node.gate().join(house.id(), Gate.STUDY, stewardOf(house));
        node.gate().join(house.id(), NodeStudyGate.PURPOSE, stewardOf(house));
        node.gate().join(house.id(), StudyGate.OBSERVERS, stewardOf(house));
        node.gate().join(house.id(), ObservatoryGate.PURPOSE, stewardOf(house));
        node.gate().join(house.id(), PooledGate.PURPOSE, stewardOf(house));
        member(house.slug(), house, Role.STEWARD);
        return null;
    }

    /** What the simulated customers of a list agreed to. */
    private void agree(House house, SimulatedHouse simulated) throws IOException {
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

    static List<SimulatedFile> imported(SimulatedHouse house) {
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

    void importInOneRun(House house, List<ArchivedFile> files) {
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

    /** Gives somebody a role, and the password of the demonstration when they are new. */
    void member(String login, House house, Role role) {
        Accounts accounts = node.accounts();
        Accounts.Account account = accounts.byLogin(login).orElseGet(() -> {
            Accounts.Account added = accounts.add(login, login, false);
            accounts.setPassword(added.id(), password);
            return added;
        });
        accounts.setRole(account.id(), house.id(), role);
    }

    /** The account of a funder. */
    void observer(String login, String body) {
        if (node.accounts().byLogin(login).isEmpty()) {
            node.accounts()
                    .setPassword(node.accounts().addObserver(login, login, body).id(), password);
        }
    }

    /** The account that runs the node. */
    void operator(String login) {
        if (node.accounts().byLogin(login).isEmpty()) {
            node.accounts().setPassword(node.accounts().add(login, login, true).id(), password);
        }
    }

    /** Somebody who may do everything for one house, at the machine itself. */
    static Actor stewardOf(House house) {
        return new Actor(Actor.commandLine().login(), true, Map.of(house.id(), Role.STEWARD), false);
    }
}
