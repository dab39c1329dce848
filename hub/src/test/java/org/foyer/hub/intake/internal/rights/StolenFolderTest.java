package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.intake.PersonRights.Asked;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.internal.IntakeStand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attacker has the warehouse and the register of a house, but not its key, knows how Foyer makes its numbers, and tries a
 * million likely e-mail addresses on every value of every table. The same dictionary with the key finds everybody, so the
 * attack is one that works where there is no key.
 */
class StolenFolderTest {

    /** A hundred first names, a hundred surnames, ten signs between them, ten providers: all buyers are among them. */
    private static final String DICTIONARY = """
            create table dictionary as
            select 'first' || f.n || ['.', '-', '_', '', '.1', '.2', '.3', '.69', '.75', '+'][s.n + 1] || 'last' || l.n
              || '@' || ['poste', 'boite', 'courrier', 'web', 'mail', 'ici', 'post', 'box', 'brief', 'libre'][d.n + 1]
              || '.example' as mail
            from range(100) f (n), range(100) l (n), range(10) s (n), range(10) d (n)
            """;

    private static final int BUYERS = 200;

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        StringBuilder rows =
                new StringBuilder("billet;opération;date de vente;montant;spectacle;date;nom;prénom;e-mail\n");
        for (int i = 0; i < BUYERS; i++) {
            rows.append("T%d;vente;01/05/2025 10:00;20,00;Phèdre;12/11/2025 20:00;Last%d;First%d;%s\n"
                    .formatted(i, i % 100, i / 2, mail(i)));
        }
        assertThat(stand.run(IntakeStand.PARIS, stand.receive("ventes.csv", rows.toString()))
                        .taken())
                .isEqualTo(BUYERS);
        forget(mail(7));
    }

    private static String mail(int buyer) {
        return "first%d.last%d@poste.example".formatted(buyer / 2, buyer % 100);
    }

    private void forget(String mail) {
        List<Long> persons =
                stand.intake.rights().find(IntakeStand.PARIS, new Asked(null, mail, null, null, null)).buyers().stream()
                        .map(Buyer::person)
                        .toList();
        assertThat(persons).hasSize(1);
        stand.intake.rights().forget(IntakeStand.PARIS, persons, "steward");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aDictionaryWithoutTheKeyFindsNobody() throws SQLException {
        String salt = stand.register.read(handle -> handle.createQuery("select min(person_salt) from house")
                .mapTo(String.class)
                .one());
        List<String> register = registerValues();
        stand.close();
        try (Connection attacker = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = attacker.createStatement()) {
            statement.execute("attach '" + stand.data.warehouse() + "' as stolen (read_only)");
            statement.execute("create table seen (v varchar)");
            keep(attacker, register);
            int columns = keepWarehouse(statement);
            assertThat(columns).as("columns looked at").isGreaterThan(100);
            statement.execute("create table value as select distinct v from seen where length(v) > 5");
            statement.execute(DICTIONARY);
            for (String guess : guesses(salt)) {
                try (ResultSet found = statement.executeQuery("select count(*) from dictionary where cast(" + guess
                        + " as varchar) in (select v from value)")) {
                    found.next();
                    assertThat(found.getLong(1)).as(guess).isZero();
                }
            }
        }
        stand = new IntakeStand(folder);
    }

    @Test
    void theSameDictionaryWithTheKeyFindsEverybody() throws SQLException {
        long found = stand.warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(DICTIONARY.replace("create table", "create temp table"));
                try (ResultSet rows = statement.executeQuery(
                        "select count(*) from dictionary where"
                                + " personal.number_of(1, 'e-mail', mail) in (select email_key from personal.person where house = 1)")) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
        assertThat(found).isEqualTo(BUYERS - 1);
    }

    /** What could stand for an address if no key were needed: digests of it, of it with the salt, and as Foyer words them. */
    private static List<String> guesses(String salt) {
        List<String> texts = new ArrayList<>(List.of("mail", "upper(mail)"));
        for (String before :
                List.of(salt, "e-mail", "e-mail" + salt, "person " + salt, salt + "person ", "1", "forgotten e-mail")) {
            texts.add("'" + before + "' || mail");
        }
        List<String> guesses = new ArrayList<>(List.of("mail"));
        for (String text : texts) {
            guesses.add("md5(" + text + ")");
            guesses.add("sha256(" + text + ")");
            guesses.add("hash(" + text + ")");
            guesses.add("cast(hash(" + text + ") >> 1 as bigint)");
            guesses.add("cast(md5_number_lower(" + text + ") >> 1 as bigint)");
        }
        return guesses;
    }

    private static void keep(Connection attacker, List<String> values) throws SQLException {
        try (PreparedStatement insert = attacker.prepareStatement("insert into seen select unnest(?)")) {
            insert.setArray(1, attacker.createArrayOf("VARCHAR", values.toArray()));
            insert.execute();
        }
    }

    private List<String> registerValues() {
        return stand.register.read(handle -> {
            List<String> values = new ArrayList<>();
            for (String table : handle.createQuery("select name from sqlite_master where type = 'table'")
                    .mapTo(String.class)
                    .list()) {
                handle.createQuery("select * from \"" + table + "\"")
                        .map((row, context) -> {
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                values.add(String.valueOf(row.getString(i)).toLowerCase(Locale.ROOT));
                            }
                            return true;
                        })
                        .list();
            }
            return values;
        });
    }

    /** Every column of every table, sealed ones as they lie there. Returns how many columns. */
    private static int keepWarehouse(Statement statement) throws SQLException {
        List<String> selects = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery(
                "select schema_name, table_name, column_name from duckdb_columns()"
                        + " where database_name = 'stolen' and table_name in (select table_name from duckdb_tables())")) {
            while (columns.next()) {
                selects.add("select cast(\"%3$s\" as varchar) from stolen.\"%1$s\".\"%2$s\""
                        .formatted(columns.getString(1), columns.getString(2), columns.getString(3)));
            }
        }
        for (String select : selects) {
            statement.execute("insert into seen " + select);
        }
        return selects.size();
    }
}
