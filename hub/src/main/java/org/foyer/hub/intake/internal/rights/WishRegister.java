package org.foyer.hub.intake.internal.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights.Corrected;
import org.foyer.hub.intake.PersonRights.Objection;
import org.foyer.hub.intake.internal.loading.Corrections;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/** The register's side of what people had put right and of their objections to being counted, in one transaction. */
final class WishRegister {

    private final Handle handle;
    private final HouseId house;

    WishRegister(Handle handle, HouseId house) {
        this.handle = handle;
        this.house = house;
    }

    /** Houses with a wish, and up to which change the register has them. */
    record Edition(HouseId house, long edition) {}

    static List<Edition> editions(Handle handle) {
        return handle.createQuery("select house, edition from person_wish_edition order by house")
                .map((row, context) -> new Edition(new HouseId(row.getInt("house")), row.getLong("edition")))
                .list();
    }

    /** Which change of the house was the last; 0 before the first. */
    long edition() {
        return handle.createQuery("select edition from person_wish_edition where house = :house")
                .bind("house", house.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Counts a change. */
    void changed() {
        handle.createUpdate("insert into person_wish_edition (house, edition) values (:house, 1)"
                        + " on conflict (house) do update set edition = person_wish_edition.edition + 1")
                .bind("house", house.value())
                .execute();
    }

    /** Corrections of all people of the house. */
    List<Corrections.Kept> corrections() {
        return corrections("");
    }

    List<Corrections.Kept> corrections(long person) {
        return corrections(" and person = " + person);
    }

    private List<Corrections.Kept> corrections(String whose) {
        return handle.createQuery("select person, field, sealed from correction where house = :house" + whose
                        + " order by person, field")
                .bind("house", house.value())
                .map((row, context) -> new Corrections.Kept(
                        row.getLong("person"), field(row.getString("field")), row.getString("sealed")))
                .list();
    }

    long countCorrections() {
        return handle.createQuery("select count(*) from correction where house = :house")
                .bind("house", house.value())
                .mapTo(Long.class)
                .one();
    }

    void correct(Corrections.Kept kept, String actor, Instant at) {
        handle.createUpdate("insert into correction (house, person, field, sealed, actor, at)"
                        + " values (:house, :person, :field, :sealed, :actor, :at)"
                        + " on conflict (house, person, field) do update set sealed = excluded.sealed,"
                        + " actor = excluded.actor, at = excluded.at")
                .bind("house", house.value())
                .bind("person", kept.person())
                .bind("field", kept.field().key())
                .bind("sealed", kept.sealed())
                .bind("actor", actor)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** What was put right of a person, in the order of the fields. */
    List<Corrected> corrected(long person) {
        return handle
                .createQuery("select field, actor, at from correction where house = :house and person = :person")
                .bind("house", house.value())
                .bind("person", person)
                .map((row, context) -> new Corrected(
                        field(row.getString("field")), Instant.ofEpochMilli(row.getLong("at")), row.getString("actor")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Corrected::field))
                .toList();
    }

    Optional<Objection> objection(long person) {
        return handle.createQuery(
                        "select way, actor, at from figures_objection where house = :house and person = :person")
                .bind("house", house.value())
                .bind("person", person)
                .map((row, context) -> new Objection(
                        Instant.ofEpochMilli(row.getLong("at")), row.getString("way"), row.getString("actor")))
                .findOne();
    }

    /** Those who objected; all of the house's. */
    List<Long> objected() {
        return handle.createQuery("select person from figures_objection where house = :house order by person")
                .bind("house", house.value())
                .mapTo(Long.class)
                .list();
    }

    void object(long person, String way, String actor, Instant at) {
        handle.createUpdate("insert into figures_objection (house, person, way, actor, at)"
                        + " values (:house, :person, :way, :actor, :at)")
                .bind("house", house.value())
                .bind("person", person)
                .bind("way", way)
                .bind("actor", actor)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    void withdraw(long person) {
        handle.createUpdate("delete from figures_objection where house = :house and person = :person")
                .bind("house", house.value())
                .bind("person", person)
                .execute();
    }

    private static ContactField field(String key) {
        return ContactField.of(key)
                .orElseThrow(() -> new IllegalStateException("a contact of another edition: " + key));
    }
}
