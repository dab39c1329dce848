package org.foyer.hub.intake.internal.pull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.intake.internal.IntakeStand;
import org.jspecify.annotations.Nullable;

/** A node with real stores beside a tool of the network that answers what it was told. */
final class PullStand implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(2);

    private static final FetchLimits LIMITS =
            FetchLimits.of(name -> name.equals("FOYER_FETCH_REQUESTS_MAX") ? "200" : null);

    final IntakeStand node;
    final StubPeer peer = new StubPeer();
    final HousePulls sources;

    PullStand(Path folder) {
        node = new IntakeStand(folder);
        peer.now = Instant.parse("2026-03-01T08:00:00Z");
        Clock clock = peer.clock();
        node.now = peer.now;
        sources = HousePulls.over(
                node.register,
                node.archive,
                node.intake,
                node.data.work(),
                new Fetcher(LIMITS, peer.outside()),
                Connectors.shipped(),
                clock);
    }

    PulledSources.Outcome add(String kind, String path, Map<String, String> settings, @Nullable String secret) {
        return sources.add(
                IntakeStand.PARIS,
                new SourceWish("Planning", kind, peer.at(path).toString(), List.of(), settings, secret, 60),
                "ada");
    }

    /** Adds a source that must be sound. */
    PulledSource added(String kind, String path, Map<String, String> settings, @Nullable String secret) {
        PulledSources.Outcome outcome = add(kind, path, settings, secret);
        if (outcome.kept() == null) {
            throw new AssertionError(outcome.problems());
        }
        return outcome.kept();
    }

    PulledSource pull() {
        return sources.pull(IntakeStand.PARIS, "planning", "ada", LONG).orElseThrow();
    }

    PulledSource takeHeld() {
        return sources.takeHeld(IntakeStand.PARIS, "planning", "ada", LONG).orElseThrow();
    }

    void later(Duration time) {
        peer.now = peer.now.plus(time);
        node.now = peer.now;
    }

    /** Title and start of each performance of the house. */
    List<String> programme() {
        return node.query("select r.title || ' ' || strftime(p.starts_local, '%Y-%m-%d %H:%M') from performance p"
                + " join production r on r.house = p.house and r.id = p.production where p.house = 1 order by 1");
    }

    @Override
    public void close() {
        sources.close();
        node.close();
        peer.close();
    }
}
