package org.foyer.hub.site.internal.server;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.foyer.hub.site.Node;

/** Whether each store answers and whether the disk has room, at {@code /q/health/ready}. */
@Singleton
public class Health {

    /** Below this an import may not end: an import writes working files beside what it keeps. */
    private static final long FREE_BYTES_MIN = 1L << 30;

    private final RunningNode running;

    @Inject
    public Health(RunningNode running) {
        this.running = running;
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck register() {
        return () -> answer(
                "register",
                () -> running.get()
                                .register()
                                .read(handle -> handle.createQuery("select 1")
                                        .mapTo(Integer.class)
                                        .one())
                        == 1);
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck warehouse() {
        return () -> answer(
                "warehouse",
                () -> running.get().warehouse().read(connection -> {
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery("select 1")) {
                        return rows.next();
                    }
                }));
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck disk() {
        return () -> {
            Node node = running.get();
            try {
                long free = Files.getFileStore(node.folder().root()).getUsableSpace();
                return HealthCheckResponse.named("disk")
                        .status(free >= FREE_BYTES_MIN)
                        .withData("free-bytes", free)
                        .build();
            } catch (IOException e) {
                return HealthCheckResponse.down("disk");
            }
        };
    }

    private static HealthCheckResponse answer(String name, java.util.function.BooleanSupplier check) {
        try {
            return HealthCheckResponse.named(name).status(check.getAsBoolean()).build();
        } catch (RuntimeException broken) {
            return HealthCheckResponse.down(name);
        }
    }
}
