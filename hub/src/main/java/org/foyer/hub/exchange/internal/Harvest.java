package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.Harvested;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Participant;

/** Asks all participants at one time what they offer; whoever is dead, slow or talks nonsense keeps nobody waiting but itself. */
final class Harvest {

    /** Participants that are asked at one time. */
    static final int AT_ONCE = 16;

    /** How long one is waited for. */
    static final Duration EACH = Duration.ofSeconds(10);

    private final Visits visits;
    private final Duration each;

    /** @param each how long one is waited for */
    Harvest(Visits visits, Duration each) {
        this.visits = visits;
        this.each = each;
    }

    /** One answer for each, in the order that was asked. */
    List<Harvested> of(List<Participant> participants) {
        ThreadPoolExecutor hands = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Harvest::thread);
        ScheduledThreadPoolExecutor ender = new ScheduledThreadPoolExecutor(1, Harvest::thread);
        try {
            List<FutureTask<Harvested>> tasks = new ArrayList<>();
            for (Participant one : participants) {
                tasks.add(begun(one, hands, ender));
            }
            List<Harvested> all = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                all.add(result(participants.get(i), tasks.get(i)));
            }
            return all;
        } finally {
            hands.shutdownNow();
            ender.shutdownNow();
        }
    }

    /** Its time begins when it is asked, not when it is in the queue. */
    private FutureTask<Harvested> begun(Participant one, ThreadPoolExecutor hands, ScheduledThreadPoolExecutor ender) {
        FutureTask<Harvested> task = new FutureTask<>(() -> asked(one));
        hands.execute(() -> {
            ender.schedule(() -> task.cancel(true), each.toMillis(), TimeUnit.MILLISECONDS);
            task.run();
        });
        return task;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dataspace-harvest");
        thread.setDaemon(true);
        return thread;
    }

    private Harvested result(Participant one, FutureTask<Harvested> task) {
        try {
            return task.get();
        } catch (CancellationException late) {
            return new Harvested(one, List.of(), "no answer within " + each.toMillis() + " ms", each);
        } catch (ExecutionException broken) {
            return new Harvested(one, List.of(), "the answer cannot be read", Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Harvested(one, List.of(), "stopped", Duration.ZERO);
        }
    }

    private Harvested asked(Participant one) {
        long begun = System.nanoTime();
        Conversations.Told told = visits.catalogue(one.id());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (!told.objections().isEmpty()) {
            return new Harvested(one, List.of(), String.join("; ", told.objections()), took);
        }
        return new Harvested(one, datasets(Json.own(told.json()).path("dataset")), "", took);
    }

    /** Some write one thing where there is one, and a list where there are more. */
    private static List<String> datasets(JsonNode datasets) {
        List<String> names = new ArrayList<>();
        for (JsonNode one :
                datasets.isArray() ? datasets : Json.object().putArray("one").add(datasets)) {
            String name = Json.text(one, "@id");
            if (Json.isName(name) && names.size() < Offering.DATASETS_MAX) {
                names.add(name);
            }
        }
        return names;
    }
}
