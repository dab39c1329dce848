package org.foyer.hub.intake.internal.rights;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.internal.loading.Corrections;
import org.foyer.hub.intake.internal.loading.FigureObjections;
import org.foyer.hub.intake.internal.loading.PersonSearch;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people had put right, and who objected to being counted. The register keeps it first; then the warehouse takes it. What a
 * crash left between the two is settled at the next start, and a warehouse made anew is given all of it.
 */
public final class PersonWishes {

    private final Register register;
    private final Warehouse warehouse;
    private final Clock clock;
    private final CrashPoint crash;

    /** @param crash hears {@code wish-kept} between the two stores */
    public PersonWishes(Register register, Warehouse warehouse, Clock clock, CrashPoint crash) {
        this.register = register;
        this.warehouse = warehouse;
        this.clock = clock;
        this.crash = crash;
    }

    List<Problem> correct(HouseId house, long person, Map<ContactField, String> typed, String actor) {
        Map<ContactField, String> written = ContactCheck.written(typed);
        List<Problem> problems =
                ContactCheck.of(written, clock.instant().atZone(ZoneOffset.UTC).getYear());
        if (!problems.isEmpty()) {
            return problems;
        }
        boolean full = register.write(handle -> {
            WishRegister rows = new WishRegister(handle, house);
            if (rows.countCorrections() + written.size() > PersonRights.CORRECTIONS_MAX) {
                return true;
            }
            List<Corrections.Kept> kept = changes(house, person, written, rows);
            kept.forEach(one -> rows.correct(one, actor, now()));
            if (!kept.isEmpty()) {
                rows.changed();
            }
            return false;
        });
        if (full) {
            return List.of(Problem.stops(
                    "corrections-too-many", Place.of(""), Integer.toString(PersonRights.CORRECTIONS_MAX)));
        }
        take(house);
        return List.of();
    }

    /** Sealed, for each contact that is held otherwise. */
    private List<Corrections.Kept> changes(
            HouseId house, long person, Map<ContactField, String> written, WishRegister rows) {
        List<Corrections.Kept> earlier = rows.corrections(person);
        return warehouse.read(connection -> {
            Optional<Buyer> held = new PersonSearch(connection, house.value()).byKey(person);
            if (held.isEmpty()) {
                return List.of();
            }
            Corrections corrections = new Corrections(new Sql(connection), house.value());
            List<Corrections.Kept> kept = new ArrayList<>();
            for (Map.Entry<ContactField, String> wish : written.entrySet()) {
                String now = held(held.get(), wish.getKey());
                if (!now.equals(wish.getValue())) {
                    String sealed = corrections.seal(sealed(earlier, wish.getKey()), wish.getValue(), now);
                    kept.add(new Corrections.Kept(person, wish.getKey(), sealed));
                }
            }
            return kept;
        });
    }

    private static @Nullable String sealed(List<Corrections.Kept> earlier, ContactField field) {
        return earlier.stream()
                .filter(kept -> kept.field() == field)
                .map(Corrections.Kept::sealed)
                .findFirst()
                .orElse(null);
    }

    private static String held(Buyer buyer, ContactField field) {
        Object value = switch (field) {
            case LAST_NAME -> buyer.lastName();
            case FIRST_NAME -> buyer.firstName();
            case EMAIL -> buyer.email();
            case PHONE -> buyer.phone();
            case STREET -> buyer.street();
            case POSTCODE -> buyer.postcode();
            case CITY -> buyer.city();
            case COUNTRY -> buyer.country();
            case BIRTH_YEAR -> buyer.birthYear();
        };
        return value == null ? "" : value.toString();
    }

    /** Writes down that a person objects to being counted, or no longer does. Returns whether that is new. */
    boolean object(HouseId house, long person, boolean objects, String way, String actor) {
        boolean changed = register.write(handle -> {
            WishRegister rows = new WishRegister(handle, house);
            boolean before = rows.objection(person).isPresent();
            if (before == objects) {
                return false;
            }
            if (objects) {
                rows.object(person, way, actor, now());
            } else {
                rows.withdraw(person);
            }
            rows.changed();
            return true;
        });
        if (changed) {
            take(house);
        }
        return changed;
    }

    List<PersonRights.Corrected> corrected(HouseId house, long person) {
        return register.read(handle -> new WishRegister(handle, house).corrected(person));
    }

    Optional<PersonRights.Objection> objection(HouseId house, long person) {
        return register.read(handle -> new WishRegister(handle, house).objection(person));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void take(HouseId house) {
        crash.at("wish-kept");
        warehouse.write(house, connection -> take(connection, house));
    }

    /** Brings the warehouse in step where a crash left it behind. */
    public void settle() {
        for (WishRegister.Edition of : register.read(WishRegister::editions)) {
            long taken = warehouse.read(connection ->
                    new FigureObjections(new Sql(connection), of.house().value()).edition());
            if (taken != of.edition()) {
                warehouse.write(of.house(), connection -> take(connection, of.house()));
            }
        }
    }

    /** Gives a warehouse made anew everything that was said. */
    public void repeat(Warehouse fresh) {
        for (WishRegister.Edition of : register.read(WishRegister::editions)) {
            fresh.write(connection -> take(connection, of.house()));
        }
    }

    private boolean take(Connection connection, HouseId house) throws SQLException {
        Kept kept = register.read(handle -> Kept.of(handle, house));
        Sql sql = new Sql(connection);
        new Corrections(sql, house.value()).replace(kept.corrections(), kept.leaving());
        Corrections.apply(sql, house.value());
        new FigureObjections(sql, house.value()).replaceAll(kept.objected(), kept.edition());
        return true;
    }

    /** What the register has, as of one moment. */
    private record Kept(List<Corrections.Kept> corrections, Set<Long> leaving, List<Long> objected, long edition) {

        static Kept of(Handle handle, HouseId house) {
            WishRegister rows = new WishRegister(handle, house);
            return new Kept(
                    rows.corrections(), ErasureRegister.leaving(handle, house), rows.objected(), rows.edition());
        }
    }
}
