package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.ContactField;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of buyers that were put right here. A correction says what counts instead of which values, so it holds for as long as
 * files say what was wrong, in any order of imports; what a file says otherwise is news and counts.
 */
public final class Corrections {

    private static final String COUNT = "select count(*) from personal.correction where house = ";

    /** Columns in which people are told, in their order. */
    private static final List<ContactField> FIELDS = List.of(ContactField.values());

    private final Sql sql;
    private final int house;

    public Corrections(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /**
     * One corrected contact.
     *
     * @param sealed list of what counts and of what it replaces, sealed with the key of the house, in base 64
     */
    public record Kept(long person, ContactField field, String sealed) {}

    /**
     * Seals a correction on top of one that was made before.
     *
     * @param earlier sealed; null when there is none
     * @param counts what counts from now on; empty for nothing
     * @param instead what is held now; empty for nothing
     */
    public String seal(@Nullable String earlier, String counts, String instead) throws SQLException {
        String before =
                "coalesce(personal.opened(" + house + ", from_base64(nullif(?, '')))[2:], cast([] as varchar[]))";
        return sql.list(
                        row -> row.getString(1),
                        "select to_base64(personal.sealed(" + house + ", list_concat([?], list_distinct(list_append("
                                + before + ", ?)))))",
                        counts,
                        earlier == null ? "" : earlier,
                        instead)
                .get(0);
    }

    /**
     * Keeps these corrections of the house and no others.
     *
     * @param leaving people who are being forgotten, of whom all stays as it is until they are
     */
    public void replace(List<Kept> corrections, Set<Long> leaving) throws SQLException {
        sql.change(
                "delete from personal.correction where house = " + house
                        + " and person not in (select cast(unnest(?) as bigint))",
                sql.texts(leaving.stream().map(String::valueOf).toList()));
        insert(corrections.stream()
                .filter(kept -> !leaving.contains(kept.person()))
                .toList());
    }

    private void insert(List<Kept> corrections) throws SQLException {
        sql.change(
                "insert into personal.correction select " + house + ", cast(unnest(?) as bigint), unnest(?),"
                        + " from_base64(unnest(?))",
                sql.texts(corrections.stream()
                        .map(kept -> Long.toString(kept.person()))
                        .toList()),
                sql.texts(
                        corrections.stream().map(kept -> kept.field().column()).toList()),
                sql.texts(corrections.stream().map(Kept::sealed).toList()));
    }

    /** Gives the people of a house what was put right of them; costs nothing where nothing was. */
    public static void apply(Sql sql, int house) throws SQLException {
        if (sql.number(COUNT + house) == 0) {
            return;
        }
        sql.run("create or replace temp table corrected_buyer as "
                + over(
                        house,
                        Sealed.openPeople(house, "select person from personal.correction where house = " + house)));
        Sealed.write(sql, house, "corrected_buyer");
        People.recount(sql, house);
    }

    /**
     * People as a query tells them, with what was put right of them.
     *
     * @param people query with the columns of {@link Sealed#openPeople}
     */
    static String over(int house, String people) {
        String columns = FIELDS.stream().map(Corrections::corrected).collect(Collectors.joining(",\n  "));
        String words = FIELDS.stream()
                .map(field -> "any_value(words) filter (field = '" + field.column() + "') as " + field.column())
                .collect(Collectors.joining(",\n    "));
        return """
                select q.person, q.buyer_ref,
                  %1$s
                from (%2$s) q
                left join (
                  select person,
                    %3$s
                  from (select person, field, personal.opened(%4$d, sealed) as words from personal.correction
                    where house = %4$d)
                  group by person) w on w.person = q.person
                """.formatted(columns, people, words, house);
    }

    private static String corrected(ContactField field) {
        String column = field.column();
        String type = field == ContactField.BIRTH_YEAR ? "smallint" : "varchar";
        return "case when list_contains(w.%1$s[2:], coalesce(cast(q.%1$s as varchar), ''))".formatted(column)
                + " then cast(nullif(w.%1$s[1], '') as %2$s) else q.%1$s end as %1$s".formatted(column, type);
    }

    /** Query for everything that was said of some people before or after it was put right: {@code person, field, word}. */
    static String words(int house, String persons) {
        return "select person, field, lower(unnest(personal.opened(" + house + ", sealed))) as word"
                + " from personal.correction where house = " + house + " and person in (" + persons + ")";
    }
}
