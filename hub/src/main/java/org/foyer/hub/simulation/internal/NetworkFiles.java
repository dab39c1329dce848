package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.foyer.hub.simulation.SimulatedHouse;
import org.foyer.hub.simulation.SimulationPlan;
import org.foyer.hub.simulation.SimulationProgress;

/** Makes the files of all houses on as many threads as there are cores, two at most, and the truth about the buyers. */
public final class NetworkFiles {

    private static final int THREADS = 2;

    private final World world;
    private final Path out;
    private final Path truth;
    private final SimulationProgress progress;
    private long done;

    public NetworkFiles(SimulationPlan plan, SimulationProgress progress) {
        this.world = new World(plan);
        this.out = plan.out();
        this.truth = out.resolve("truth");
        this.progress = progress;
    }

    /** Writes everything and answers the houses in their order. */
    public List<SimulatedHouse> write() throws IOException {
        Files.createDirectories(truth);
        int threads = Math.min(THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SimulatedHouse>> houses = new ArrayList<>();
            for (HouseSketch house : world.houses()) {
                houses.add(workers.submit(() -> new HouseFiles(world, house, out, this::advance).write(part(house))));
            }
            List<SimulatedHouse> made = new ArrayList<>();
            for (Future<SimulatedHouse> house : houses) {
                made.add(result(house));
            }
            joinTruth();
            return made;
        } finally {
            workers.shutdownNow();
        }
    }

    private static SimulatedHouse result(Future<SimulatedHouse> house) throws IOException {
        try {
            return house.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw new UncheckedIOException(failed);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized void advance(long lines) {
        done += lines;
        progress.at(done, Math.round(world.expectedLines()));
    }

    private Path part(HouseSketch house) {
        return truth.resolve(house.slug() + ".part");
    }

    private void joinTruth() throws IOException {
        try (OutputStream all = Files.newOutputStream(truth.resolve("persons.csv"))) {
            all.write("house,buyer_ref,person,household,kind\n".getBytes(StandardCharsets.UTF_8));
            for (HouseSketch house : world.houses()) {
                Files.copy(part(house), all);
                Files.delete(part(house));
            }
        }
    }
}
