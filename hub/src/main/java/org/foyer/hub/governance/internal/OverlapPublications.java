package org.foyer.hub.governance.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was told of shared buyers in a period, in the register. */
public final class OverlapPublications {

    private static final String SECRET = "overlap-figures";

    private final Register register;
    private final Clock clock;
    private final Secrets secrets;

    public OverlapPublications(Register register, Clock clock, SecureRandom random) {
        this.register = register;
        this.clock = clock;
        this.secrets = new Secrets(random);
    }

    /** @param about null when withheld */
    public record Published(@Nullable Long about, @Nullable String withheld) {}

    /** By the name of the figure. */
    public Map<String, Published> of(String period) {
        return register.read(handle -> read(handle, period));
    }

    private static Map<String, Published> read(Handle handle, String period) {
        Map<String, Published> found = new HashMap<>();
        handle.createQuery("select figure, about, withheld from overlap_published where period = :period")
                .bind("period", period)
                .map((row, context) -> {
                    long about = row.getLong("about");
                    Long told = row.wasNull() ? null : Long.valueOf(about);
                    return Map.entry(row.getString("figure"), new Published(told, row.getString("withheld")));
                })
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Keeps figures that are not out yet and forgets those of other periods. Returns all of the period. */
    public Map<String, Published> publish(String period, Map<String, Published> figures) {
        return register.write(handle -> {
            handle.createUpdate("delete from overlap_published where period < :period")
                    .bind("period", period)
                    .execute();
            figures.forEach((figure, told) -> handle.createUpdate("""
                            insert into overlap_published (period, figure, about, withheld, published_at)
                            values (:period, :figure, :about, :withheld, :at)
                            on conflict (period, figure) do nothing
                            """)
                    .bind("period", period)
                    .bind("figure", figure)
                    .bindByType("about", told.about(), Long.class)
                    .bindByType("withheld", told.withheld(), String.class)
                    .bind("at", clock.millis())
                    .execute());
            return read(handle, period);
        });
    }

    /** Made once; a new one would give a second look. */
    public byte[] secret() {
        String secret = register.<String>write(handle -> {
            handle.execute(
                    "insert into node_secret (name, value) values (?, ?) on conflict (name) do nothing",
                    SECRET,
                    secrets.fresh());
            return handle.createQuery("select value from node_secret where name = :name")
                    .bind("name", SECRET)
                    .mapTo(String.class)
                    .one();
        });
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
