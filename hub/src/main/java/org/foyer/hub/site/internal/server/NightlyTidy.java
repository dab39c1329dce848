package org.foyer.hub.site.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.site.Node;

/** Tidies the node while nobody looks: each night at four, in the zone of the machine. */
final class NightlyTidy implements AutoCloseable {

    private static final LocalTime AT = LocalTime.of(4, 0);
    private static final Logger LOG = Logger.getLogger(NightlyTidy.class.getName());

    private final Node node;
    private final Clock clock;
    private final ScheduledExecutorService night = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "nightly-tidy");
        thread.setDaemon(true);
        return thread;
    });

    private NightlyTidy(Node node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    static NightlyTidy begin(Node node) {
        NightlyTidy tidy = new NightlyTidy(node, Clock.systemDefaultZone());
        tidy.waitForNight();
        return tidy;
    }

    private void waitForNight() {
        night.schedule(this::tidy, untilNight(ZonedDateTime.now(clock)).toSeconds(), TimeUnit.SECONDS);
    }

    /** How long it is until the next night, which is never less than a second ahead. */
    static Duration untilNight(ZonedDateTime now) {
        ZonedDateTime today = now.with(AT);
        return Duration.between(
                        now, today.isAfter(now) ? today : now.plusDays(1).with(AT))
                .plusSeconds(1);
    }

    private void tidy() {
        each(List.of(
                () -> node.intake().tidy(),
                () -> node.products().publishDue(),
                () -> node.observatory().publishDue(),
                this::dump,
                this::graph));
        waitForNight();
    }

    /** Does what is due one after the other; what fails keeps nothing else from being done. */
    static void each(List<Runnable> due) {
        for (Runnable one : due) {
            try {
                one.run();
            } catch (RuntimeException failed) {
                LOG.log(
                        Level.WARNING,
                        "The node could not be tidied tonight: {0}",
                        failed.getClass().getSimpleName());
            }
        }
    }

    /** Without one there are no lasting identifiers, so that nothing is kept that holds them. */
    private static Optional<String> address() {
        return ConfigProvider.getConfig()
                .getOptionalValue("foyer.address", String.class)
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceFirst("/$", ""));
    }

    private void graph() {
        address().ifPresent(address -> {
            try {
                node.catalogue().sparql().prepare(address);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void dump() {
        Optional<String> address = address();
        if (address.isEmpty()) {
            return;
        }
        try {
            Dumps.Written written = node.catalogue()
                    .dumps()
                    .write(address.get(), node.settings().dumpDays());
            if (!written.left().isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "No dump tonight, for the limit of their length, of {0} houses",
                        written.left().size());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        night.shutdownNow();
    }
}
