package org.foyer.hub.governance.internal.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.governance.internal.networks.Definitions;
import org.foyer.hub.governance.internal.networks.Thresholds;
import org.foyer.hub.governance.internal.table.SafeTables.Safe;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Publishes the tables of a season once, in the register, with a line of the audit for each house that is in them. */
public final class RegisterObservatory implements ObservatoryGate {

    /** After the last day of a season, so that what comes late is in it. */
    private static final int DAYS_AFTER = 31;

    private static final int SEASONS_MAX = 100;
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Object MAKING = new Object();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Register register;
    private final Clock clock;
    private final Houses houses;
    private final AgreedUses agreed;
    private final RegisterAudit audit;

    /** Publications that could not be made, and when that was found: making them is dear. */
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();

    public RegisterObservatory(Register register, Clock clock, Houses houses, AgreedUses agreed, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
        this.agreed = agreed;
        this.audit = audit;
    }

    /** What is kept of a table. */
    record Content(
            String rows, List<String> rowCodes, String columns, List<String> columnCodes, List<List<Long>> cells) {}

    @Override
    public Season newest() {
        return Season.of(LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(DAYS_AFTER))
                .previous();
    }

    @Override
    public List<Published> season(
            Actor actor, boolean simulated, Season season, List<Wanted> tables, Contributions contributions) {
        if (season.compareTo(newest()) > 0) {
            throw new IllegalArgumentException("not over: " + season.label());
        }
        List<Published> found = find(simulated, season);
        if (!found.isEmpty()) {
            return found;
        }
        synchronized (MAKING) {
            List<Published> meanwhile = find(simulated, season);
            String key = universe(simulated) + season.label();
            Instant before = refused.get(key);
            if (!meanwhile.isEmpty()
                    || (before != null && before.plus(AGAIN_AFTER).isAfter(clock.instant()))) {
                return meanwhile;
            }
            return make(actor, simulated, season, tables, contributions);
        }
    }

    private List<Published> make(
            Actor actor, boolean simulated, Season season, List<Wanted> tables, Contributions contributions) {
        Map<HouseId, By> by = together(simulated);
        List<House> asked = houses.all().stream()
                .filter(house -> by.containsKey(house.id()))
                .toList();
        if (asked.size() < TableRules.HOUSES_MIN) {
            return List.of();
        }
        By one = by.values().iterator().next();
        List<Wanted> followed = followed(one.policy(), tables);
        if (followed.isEmpty()) {
            return List.of();
        }
        TableRules rules = register.read(handle -> new TableRules(
                Math.max(one.housesMin(), most(handle, asked, Threshold.HOUSES)),
                Math.max(one.buyersMin(), most(handle, asked, Threshold.BUYERS))));
        Optional<Map<String, Safe>> safe = SafeTables.of(followed, contributions.of(asked), rules);
        if (safe.isEmpty()) {
            refused.put(universe(simulated) + season.label(), clock.instant());
        }
        if (safe.isEmpty() || !by.equals(together(simulated))) { // somebody withdrew while the tables were made
            return List.of();
        }
        return register.write(handle -> keep(handle, actor, simulated, season, followed, by, safe.get()));
    }

    /** Without tables of which the network adopted another version than is counted here. @param policy by which they are made */
    private List<Wanted> followed(String policy, List<Wanted> tables) {
        Definitions adopted = register.read(handle -> Definitions.byPolicy(handle, policy));
        return tables.stream()
                .filter(one -> !adopted.followed(one.id(), one.version()).refused())
                .toList();
    }

    /** Houses that joined the purpose, and their agreements. */
    private Map<HouseId, By> agreed(boolean simulated) {
        Set<HouseId> taking =
                new HashSet<>(register.read(handle -> HouseRules.taking(handle, PURPOSE, clock.millis())));
        List<HouseId> joined = houses.all().stream()
                .filter(house -> house.simulated() == simulated && taking.contains(house.id()))
                .map(House::id)
                .toList();
        return agreed.by(joined, SharedUse.TABLES);
    }

    /** Those of whom tables are made: a season is published once, by the agreement that most of them share. */
    private Map<HouseId, By> together(boolean simulated) {
        Map<HouseId, By> all = agreed(simulated);
        Map<String, Long> sizes =
                all.values().stream().collect(Collectors.groupingBy(By::policy, TreeMap::new, Collectors.counting()));
        String most = sizes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("");
        Map<HouseId, By> together = new LinkedHashMap<>(all);
        together.values().removeIf(by -> !by.policy().equals(most));
        return together;
    }

    @Override
    public @Nullable String refusal(HouseId house) {
        if (!register.read(handle -> HouseRules.taking(handle, PURPOSE, clock.millis()))
                .contains(house)) {
            return NOT_TAKING_PART;
        }
        return agreed.by(house, SharedUse.TABLES).filter(By::sees).isPresent() ? null : SharedUse.TABLES.refusal();
    }

    @Override
    public boolean isOpenTo(HouseId house, boolean simulated, Season season) {
        if (refusal(house) != null) {
            return false;
        }
        String policy = agreed.by(house, SharedUse.TABLES).map(By::policy).orElse("");
        return register.read(handle -> inside(handle, simulated, season).contains(house.value())
                || policies(handle, simulated, season).contains(policy));
    }

    private static List<String> policies(Handle handle, boolean simulated, Season season) {
        return handle.createQuery("""
                        select distinct agreement from observatory_table where universe = :universe and season = :season
                        """)
                .bind("universe", universe(simulated))
                .bind("season", season.firstYear())
                .mapTo(String.class)
                .list();
    }

    /** Only what networks ask for counts: the floor of a table is its own. */
    private static int most(Handle handle, List<House> asked, Threshold threshold) {
        Map<HouseId, Integer> asks = Thresholds.of(handle, threshold);
        return asked.stream()
                .mapToInt(house -> asks.getOrDefault(house.id(), 0))
                .max()
                .orElse(0);
    }

    private List<Published> keep(
            Handle handle,
            Actor actor,
            boolean simulated,
            Season season,
            List<Wanted> tables,
            Map<HouseId, By> asked,
            Map<String, Safe> told) {
        String ids = asked.keySet().stream().map(HouseId::toString).collect(Collectors.joining(","));
        String policy = asked.values().iterator().next().policy();
        for (Wanted wanted : tables) {
            Safe safe = told.get(wanted.id());
            if (safe != null) {
                handle.createUpdate("""
                                insert into observatory_table (universe, season, id, version, houses, agreement, content, published_at)
                                values (:universe, :season, :id, :version, :houses, :agreement, :content, :now)
                                """)
                        .bind("universe", universe(simulated))
                        .bind("season", season.firstYear())
                        .bind("id", wanted.id())
                        .bind("version", wanted.version())
                        .bind("houses", ids)
                        .bind("agreement", policy)
                        .bind("content", written(safe))
                        .bind("now", clock.millis())
                        .execute();
            }
        }
        asked.forEach((house, by) -> {
            String detail = "tables of " + season.label() + ", houses " + asked.size() + ", " + by.named();
            audit.append(handle, actor, house, "give", PURPOSE, detail);
            RegisterAgreedUses.used(handle, clock, house, SharedUse.TABLES, by.policy(), actor);
        });
        return read(handle, simulated, season);
    }

    @Override
    public List<Published> published(boolean simulated, Season season) {
        return find(simulated, season);
    }

    private List<Published> find(boolean simulated, Season season) {
        return register.read(handle -> read(handle, simulated, season));
    }

    private static List<Published> read(Handle handle, boolean simulated, Season season) {
        Map<String, Definitions> adopted = new HashMap<>();
        return handle.createQuery("""
                        select id, version, houses, agreement, content, published_at from observatory_table
                        where universe = :universe and season = :season order by id
                        """)
                .bind("universe", universe(simulated))
                .bind("season", season.firstYear())
                .map((row, context) -> {
                    Content content = content(row.getString("content"));
                    return new Published(
                            row.getString("id"),
                            row.getInt("version"),
                            season.firstYear(),
                            simulated,
                            row.getString("houses").split(",").length,
                            new Axis(content.rows(), content.rowCodes()),
                            new Axis(content.columns(), content.columnCodes()),
                            new ArrayList<>(content.cells()),
                            Instant.ofEpochMilli(row.getLong("published_at")),
                            adopted.computeIfAbsent(
                                            String.valueOf(row.getString("agreement")),
                                            policy -> Definitions.byPolicy(handle, policy)
                                                    .nameless())
                                    .followed(row.getString("id"), row.getInt("version")));
                })
                .list();
    }

    @Override
    public List<Season> seasons(boolean simulated) {
        return register
                .read(handle -> handle.createQuery(
                                "select distinct season from observatory_table where universe = :universe order by season desc limit "
                                        + SEASONS_MAX)
                        .bind("universe", universe(simulated))
                        .mapTo(Integer.class)
                        .list())
                .stream()
                .map(Season::new)
                .toList();
    }

    @Override
    public boolean isOpen(boolean simulated, Season season) {
        return register.read(handle -> {
            Set<Integer> agreed = new HashSet<>(handle.createQuery("""
                            select m.house from network_member m join network_decision d on d.network = m.network
                            where m.until is null and d.kind = 'purpose' and d.subject = :subject
                            """)
                    .bind("subject", PURPOSE)
                    .mapTo(Integer.class)
                    .list());
            return isOf(agreed, inside(handle, simulated, season));
        });
    }

    @Override
    public boolean isOpenToObservers(boolean simulated, Season season) {
        return register.read(handle -> {
            Set<Integer> agreed = HouseRules.taking(handle, StudyGate.OBSERVERS, clock.millis()).stream()
                    .map(HouseId::value)
                    .collect(Collectors.toSet());
            return isOf(agreed, inside(handle, simulated, season));
        });
    }

    private static boolean isOf(Set<Integer> agreed, Set<Integer> inside) {
        return !inside.isEmpty() && agreed.containsAll(inside);
    }

    /** Houses in the tables of a season. */
    private static Set<Integer> inside(Handle handle, boolean simulated, Season season) {
        Set<Integer> inside = new HashSet<>();
        handle.createQuery("select houses from observatory_table where universe = :universe and season = :season")
                .bind("universe", universe(simulated))
                .bind("season", season.firstYear())
                .mapTo(String.class)
                .forEach(ids ->
                        Arrays.stream(ids.split(",")).map(Integer::valueOf).forEach(inside::add));
        return inside;
    }

    private static String universe(boolean simulated) {
        return simulated ? "simulated" : "real";
    }

    private static String written(Safe safe) {
        Map<String, Object> content = new HashMap<>();
        content.put("rows", safe.rows().id());
        content.put("rowCodes", safe.rows().codes());
        content.put("columns", safe.columns().id());
        content.put("columnCodes", safe.columns().codes());
        content.put("cells", safe.cells());
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Content content(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table of the observatory is damaged", e);
        }
    }
}
