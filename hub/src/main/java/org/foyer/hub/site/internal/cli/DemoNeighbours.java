package org.foyer.hub.site.internal.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.Simulator;
import org.foyer.hub.site.Main;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.cli.DemoLinks.Guest;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.foyer.hub.site.internal.server.TourDesk;
import org.foyer.hub.store.FolderTree;
import org.jspecify.annotations.Nullable;

/** Starts the other nodes of the demonstration beside the first and makes all of them known to one another. */
final class DemoNeighbours implements AutoCloseable {

    static final int NODES = 1 + DemoNeighbour.values().length;

    /** Their houses have so much fewer lines than those of the first node, all together. */
    private static final int SMALLER = 3;

    private static final String MEMORY = "512MB";

    private final Console console;
    private final Path folder;
    private final DemoPorts ports;
    private final long lines;
    private final List<Running> running = new ArrayList<>();

    /**
     * @param folder of the first node; the others have theirs in it
     * @param lines of the first node
     */
    DemoNeighbours(Console console, Path folder, DemoPorts ports, long lines) {
        this.console = console;
        this.folder = folder.toAbsolutePath().resolve("demo-nodes");
        this.ports = ports;
        this.lines = lines / SMALLER;
    }

    private record Running(
            DemoNeighbour which, String address, Process process, BufferedWriter ear, BufferedReader mouth) {}

    /** @param houses short names, with commas between */
    private record Introduction(String id, String name, String address, String key, String houses) {
        String line() {
            return String.join("\t", id, name, address + Protocol.ROOT, key) + "\n";
        }
    }

    /** Goes on in the background; what goes wrong is told, and the first node serves alone. */
    void begin(Node node, String password) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "demonstration-end"));
        Thread work = new Thread(() -> start(node, password), "demonstration");
        work.setDaemon(true);
        work.start();
    }

    private void start(Node node, String password) {
        Path files = null;
        try {
            Files.createDirectories(folder);
            if (Arrays.stream(DemoNeighbour.values())
                    .anyMatch(which -> !DemoMark.of(home(which), password).done())) {
                files = Files.createTempDirectory("foyer-demo-");
                LocalDate today = LocalDate.now(node.settings().clock().withZone(ZoneId.of("Europe/Paris")));
                Simulator.simulate(SimulationPlan.neighbours(lines, today, files), (lines, all) -> {});
            }
            for (DemoNeighbour which : DemoNeighbour.values()) {
                started(which, password, files);
            }
            introduce(node);
            console.tell(
                    "demo-nodes",
                    List.of(String.join(
                            ", ", running.stream().map(Running::address).toList())));
        } catch (IOException e) {
            console.tell("demo-nodes-missing", List.of(folder.toString()));
            close();
        } finally {
            forget(files);
        }
    }

    private static void forget(@Nullable Path files) {
        try {
            if (files != null) {
                FolderTree.delete(files);
            }
        } catch (IOException left) {
            files.toFile().deleteOnExit();
        }
    }

    private Path home(DemoNeighbour which) {
        return folder.resolve(which.folder());
    }

    private synchronized void started(DemoNeighbour which, String password, @Nullable Path files) throws IOException {
        int place = which.ordinal() + 1;
        List<String> command = new ArrayList<>(self());
        command.addAll(List.of(
                "demo-neighbour",
                which.name(),
                "--data",
                home(which).toString(),
                "--port",
                Integer.toString(ports.port(place))));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(
                        folder.resolve(which.folder() + ".log").toFile()));
        Map<String, String> settings = builder.environment();
        settings.keySet().removeIf(key -> key.startsWith("FOYER_REGISTER"));
        settings.put("FOYER_ADDRESS", ports.address(place));
        settings.put("FOYER_FETCH_ALLOWED", allowed());
        settings.putIfAbsent("FOYER_WAREHOUSE_MEMORY", MEMORY);
        Process process = builder.start();
        BufferedWriter ear = process.outputWriter(StandardCharsets.UTF_8);
        running.add(
                new Running(which, ports.address(place), process, ear, process.inputReader(StandardCharsets.UTF_8)));
        ear.write(password + "\n" + (files == null ? "" : files) + "\n");
        ear.flush();
    }

    private String allowed() {
        return String.join(
                ",", ports.ports().stream().map(port -> "127.0.0.1:" + port).toList());
    }

    /** This very program, started as it was. */
    private static List<String> self() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String classes = System.getProperty("java.class.path");
        if (classes.toLowerCase(Locale.ROOT).endsWith(".jar") && !classes.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classes));
        } else {
            command.addAll(List.of("-cp", classes, Main.class.getName()));
        }
        return command;
    }

    /** Waits until each has said who it is, and tells all of all. */
    private void introduce(Node node) throws IOException {
        try (DataSpaceNode space = DataSpaceDesk.over(node, ports.address(0))) {
            List<Introduction> all = new ArrayList<>();
            all.add(new Introduction(space.self(), "Foyer (simulé)", ports.address(0), space.publicKey(), ""));
            for (Running one : running) {
                String said = one.mouth().readLine();
                if (said == null) {
                    throw new IOException(one.which() + " did not start");
                }
                String[] parts = said.split("\t", 3);
                all.add(new Introduction(parts[0], one.which().title(), one.address(), parts[1], parts[2]));
            }
            for (int i = 0; i < running.size(); i++) {
                for (int other = 0; other < all.size(); other++) {
                    if (other != i + 1) {
                        running.get(i).ear().write(all.get(other).line());
                    }
                }
                running.get(i).ear().flush();
                Introduction one = all.get(i + 1);
                space.participants()
                        .add(one.id(), one.name(), one.address() + Protocol.ROOT, one.key(), Actor.commandLine());
            }
            agree(node, space, all.subList(1, all.size()));
        }
    }

    /** What houses of several nodes do together they do by agreements: without them they would show nothing. */
    private void agree(Node node, DataSpaceNode space, List<Introduction> others) throws IOException {
        List<House> members =
                node.houses().all().stream().filter(House::simulated).toList();
        List<Guest> guests = others.stream()
                .flatMap(other -> Arrays.stream(other.houses().split(",")).map(slug -> new Guest(other.id(), slug)))
                .toList();
        try (Post post = TourDesk.post(node);
                NetworksBetweenNodes networks = NetworksDesk.over(node, space, post, ports.address(0))) {
            DemoLinks links = new DemoLinks(node, networks, ports.address(0));
            for (int round = 0; round < DemoLinks.LEADS_MAX && !links.leads(members, guests); round++) {
                Thread.sleep(DemoLinks.ROUND);
            }
        } catch (InterruptedException ends) {
            throw new InterruptedIOException();
        } catch (IllegalStateException refused) {
            throw new IOException(refused);
        }
    }

    @Override
    public synchronized void close() {
        running.forEach(one -> one.process().destroy());
        running.clear();
    }
}
