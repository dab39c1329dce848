package org.foyer.hub.governance.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.DataProtection;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.ProtectionSheet.Contactable;
import org.foyer.hub.governance.ProtectionSheet.Criterion;
import org.foyer.hub.governance.ProtectionSheet.Deletion;
import org.foyer.hub.governance.ProtectionSheet.Held;
import org.foyer.hub.governance.ProtectionSheet.Log;
import org.foyer.hub.governance.ProtectionSheet.MemberCount;
import org.foyer.hub.governance.ProtectionSheet.Use;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.Safeguards;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.LastSaid;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.RetentionDue;
import org.foyer.hub.store.Warehouse;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The data protection of a house, read from the register and, as counts, from the warehouse. */
public final class HousePrivacy implements DataProtection {

    /** Imports whose day is looked at; at one a night more than 270 years of them. */
    private static final int RUNS_MAX = 100_000;

    private static final String COUNTS = """
            select coalesce(sum(buyers), 0), coalesce(sum(with_email), 0), coalesce(sum(with_postcode), 0),
              coalesce(sum(with_birth_year), 0),
              (select min(day) from daily_cube where house = $1), (select count(*) from sale_line where house = $1),
              (select coalesce(sum(waiting), 0) from quarantine_waiting where house = $1),
              (select count(*) from label where house = $1 and field = 'tariff' and kind in ('youth', 'school'))
            from contact_quality where house = $1
            """;

    /** A table with a sealed piece is told by the view that opens it. */
    private static final String PERSONAL_COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'personal' and table_name not in (
              select table_name from information_schema.columns where table_schema = 'personal' and column_name = 'sealed')
            order by table_name, ordinal_position
            """;

    private final Register register;
    private final Warehouse warehouse;
    private final Purposes purposes;
    private final Consents consents;
    private final Safeguards safeguards;
    private final Clock clock;

    public HousePrivacy(
            Register register,
            Warehouse warehouse,
            Purposes purposes,
            Consents consents,
            Safeguards safeguards,
            Clock clock) {
        this.register = register;
        this.warehouse = warehouse;
        this.purposes = purposes;
        this.consents = consents;
        this.safeguards = safeguards;
        this.clock = clock;
    }

    @Override
    public ProtectionSheet of(House house, Surroundings around) {
        LocalDate today = LocalDate.now(clock.withZone(house.zone()));
        Terms terms = purposes.terms(house.id());
        Registered registered = register.read(handle -> registered(handle, house));
        Counted counted = warehouse.read(connection -> counted(connection, house.id(), today, terms, registered));
        ProtectionFacts facts = new ProtectionFacts(
                counted.held(),
                terms,
                counted.deletions(),
                uses(house, terms),
                registered.members(),
                registered.operators(),
                counted.personalColumns(),
                contactable(house),
                registered.joined(),
                registered.partners(),
                registered.published(),
                counted.youngWords(),
                registered.log(),
                safeguards,
                around);
        return sheet(house, today, facts);
    }

    private static ProtectionSheet sheet(House house, LocalDate today, ProtectionFacts facts) {
        List<Criterion> criteria = NineCriteria.of(facts);
        return new ProtectionSheet(
                house.name(),
                house.simulated(),
                today,
                facts.held(),
                facts.terms(),
                facts.deletions(),
                facts.purposes(),
                facts.members(),
                facts.operators(),
                facts.personalColumns(),
                facts.consents(),
                FifteenPoints.of(facts),
                criteria,
                NineCriteria.assessment(criteria),
                facts.log());
    }

    private List<Use> uses(House house, Terms terms) {
        return purposes.all().stream()
                .map(purpose -> new Use(
                        purpose,
                        purpose.retention().months(terms),
                        purpose.joined() == null || takesPart(house, purpose.joined())))
                .toList();
    }

    private boolean takesPart(House house, String purpose) {
        return register.read(handle -> Participations.takesPart(handle, house.id(), purpose, clock.millis()));
    }

    private List<Contactable> contactable(House house) {
        ConsentChoices choices = consents.choices();
        return consents.counts(house).stream()
                .map(count -> new Contactable(
                        ConsentChoices.find(choices.purposes(), count.purpose())
                                .orElseThrow()
                                .title(),
                        ConsentChoices.find(choices.channels(), count.channel())
                                .orElseThrow()
                                .title(),
                        count))
                .toList();
    }

    /** @param days of imports that are in, and of what people said */
    private record Registered(
            RetentionDue.Days days,
            List<MemberCount> members,
            long operators,
            @Nullable LocalDate joined,
            long partners,
            long published,
            Log log) {}

    private Registered registered(Handle handle, House house) {
        long id = house.id().value();
        return new Registered(
                new RetentionDue.Days(runDays(handle, house), LastSaid.days(handle, house.id(), house.zone())),
                members(handle, id),
                count(
                        handle,
                        "select count(*) from account where operator = 1 and disabled_at is null and :house > 0",
                        id),
                joined(handle, house),
                Participations.all(handle, Gate.COMPARISON, clock.millis()).size(),
                count(
                        handle,
                        "select count(*) from publication where withheld is null"
                                + " and ',' || houses || ',' like '%,' || :house || ',%'",
                        id),
                log(handle, id));
    }

    private static long count(Handle handle, String sql, long house) {
        return handle.createQuery(sql).bind("house", house).mapTo(Long.class).one();
    }

    private static Map<Integer, LocalDate> runDays(Handle handle, House house) {
        Map<Integer, LocalDate> days = new HashMap<>();
        handle.createQuery("""
                        select id, begun_at from intake_run where house = :house and state = 'committed'
                        order by id desc limit :limit
                        """)
                .bind("house", house.id().value())
                .bind("limit", RUNS_MAX)
                .map((row, context) -> Map.entry(row.getInt("id"), day(row.getLong("begun_at"), house)))
                .forEach(run -> days.put(run.getKey(), run.getValue()));
        return days;
    }

    private static LocalDate day(long millis, House house) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), house.zone());
    }

    private static List<MemberCount> members(Handle handle, long house) {
        return Arrays.stream(Role.values())
                .map(role -> new MemberCount(
                        role,
                        handle.createQuery("""
                                        select count(*) from membership join account on account.id = membership.account
                                        where house = :house and role = :role and disabled_at is null
                                        """)
                                .bind("house", house)
                                .bind("role", role.name().toLowerCase(Locale.ROOT))
                                .mapTo(Long.class)
                                .one()))
                .toList();
    }

    /** Null when the house takes no part now. */
    private @Nullable LocalDate joined(Handle handle, House house) {
        return handle.createQuery("""
                        select max(since) from participation where house = :house and purpose = :purpose
                          and since <= :now and (until is null or until > :now) having max(since) is not null
                        """)
                .bind("house", house.id().value())
                .bind("purpose", Gate.COMPARISON)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .findOne()
                .map(since -> day(since, house))
                .orElse(null);
    }

    private static Log log(Handle handle, long house) {
        String digest = handle.createQuery("select hash from audit where house = :house order by sequence desc limit 1")
                .bind("house", house)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        return new Log(count(handle, "select count(*) from audit where house = :house", house), digest);
    }

    private record Counted(Held held, List<Deletion> deletions, boolean youngWords, List<String> personalColumns) {}

    private static Counted counted(
            Connection connection, HouseId house, LocalDate today, Terms terms, Registered registered)
            throws SQLException {
        RetentionDue.Days days = registered.days();
        List<Deletion> deletions = List.of(
                deletion(
                        "contacts",
                        terms.contactsMonths(),
                        RetentionDue.buyers(connection, house, today, terms.contactsMonths(), days)),
                deletion(
                        "quarantine",
                        terms.quarantineMonths(),
                        RetentionDue.quarantine(connection, house, today, terms.quarantineMonths(), days.runs())));
        try (PreparedStatement query = connection.prepareStatement(COUNTS)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Held held = new Held(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getObject(5, LocalDate.class),
                        row.getLong(6),
                        row.getLong(7),
                        days.runs().size());
                return new Counted(held, deletions, row.getLong(8) > 0, personalColumns(connection));
            }
        }
    }

    private static Deletion deletion(String rule, int months, RetentionDue.Count count) {
        return new Deletion(rule, months, count.held(), count.now(), count.next(), count.then());
    }

    private static List<String> personalColumns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(PERSONAL_COLUMNS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return List.copyOf(columns);
    }
}
