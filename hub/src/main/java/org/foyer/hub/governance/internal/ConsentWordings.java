package org.foyer.hub.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Wording;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/** The wordings of a house: the same text of a purpose is kept once, another one becomes its next version. */
final class ConsentWordings {

    private final Handle handle;
    private final long house;

    ConsentWordings(Handle handle, HouseId house) {
        this.handle = handle;
        this.house = house.value();
    }

    boolean full() {
        return handle.createQuery("select count(*) from consent_wording where house = :house")
                        .bind("house", house)
                        .mapTo(Integer.class)
                        .one()
                >= Consents.WORDINGS_MAX;
    }

    /** The number of this text, when it is kept already. */
    OptionalLong known(String purpose, String language, String text) {
        return handle.createQuery("""
                        select id from consent_wording
                        where house = :house and purpose = :purpose and language = :language and words = :words
                        """)
                .bind("house", house)
                .bind("purpose", purpose)
                .bind("language", language)
                .bind("words", text)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Keeps a text as the next version of its purpose. */
    long add(String purpose, String language, String text, String by, long at) {
        return handle.createQuery("""
                        insert into consent_wording (house, purpose, version, language, words, set_by, set_at)
                        select :house, :purpose, 1 + coalesce(max(version), 0), :language, :words, :by, :at
                        from consent_wording where house = :house and purpose = :purpose
                        returning id
                        """)
                .bind("house", house)
                .bind("purpose", purpose)
                .bind("language", language)
                .bind("words", text)
                .bind("by", by)
                .bind("at", at)
                .mapTo(Long.class)
                .one();
    }

    /** The newest of each purpose. */
    List<Wording> newest() {
        return handle.createQuery("""
                        select purpose, version, language, words, set_at from consent_wording w
                        where house = :house and version = (
                          select max(version) from consent_wording o where o.house = w.house and o.purpose = w.purpose)
                        """)
                .bind("house", house)
                .map((row, context) -> wording(row))
                .list();
    }

    /** The number of the newest of each purpose. */
    Map<String, Long> newestNumbers() {
        Map<String, Long> numbers = new HashMap<>();
        handle.createQuery("select purpose, id from consent_wording where house = :house order by version")
                .bind("house", house)
                .map((row, context) -> Map.entry(row.getString("purpose"), row.getLong("id")))
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
        return numbers;
    }

    static Wording wording(ResultSet row) throws SQLException {
        return new Wording(
                row.getString("purpose"),
                row.getInt("version"),
                row.getString("language"),
                row.getString("words"),
                Instant.ofEpochMilli(row.getLong("set_at")));
    }
}
