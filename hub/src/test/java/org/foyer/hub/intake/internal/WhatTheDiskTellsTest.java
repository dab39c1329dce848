package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever has the folder of a node, but not the keys of its houses, can read: no contact of a buyer, and every sale. */
class WhatTheDiskTellsTest {

    private static final List<String> CONTACTS = List.of(
            "Zwetlana",
            "Plantenberg",
            "zwetlana.plantenberg@planted.example",
            "+33612987654",
            "99 rue du Secret",
            "CLIENTPLANTED");

    private static final String FILE = "Billet;Operation;Date operation;Spectacle;Date representation;Montant;"
            + "N° client;Prenom;Nom;Email;Telephone;Adresse;Code postal;Ville\n"
            + "T1;Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;23,57;CLIENTPLANTED;Zwetlana;Plantenberg;"
            + "zwetlana.plantenberg@planted.example;+33612987654;99 rue du Secret;69002;Lyon\n";

    @TempDir
    Path folder;

    @Test
    void contactsOfBuyersAreInNoFileAndNoTable() throws Exception {
        try (IntakeStand stand = new IntakeStand(folder)) {
            stand.intake.receive(
                    PARIS, "sales.csv", new java.io.ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
            assertThat(stand.run(
                                    PARIS,
                                    stand.intake.receive(
                                            PARIS,
                                            "sales.csv",
                                            new java.io.ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8))))
                            .byProblem())
                    .isEmpty();
            assertThat(stand.query("select email from personal.buyer")).containsExactly(CONTACTS.get(2));
        }
        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .as(file.toString())
                    .doesNotContain(CONTACTS);
        }
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection plain =
                DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("warehouse.duckdb"), readOnly)) {
            assertThat(list(plain, "select amount from sale_line")).containsExactly("2357");
            List<String> tables =
                    list(plain, "select schema_name || '.' || table_name from duckdb_tables() where not temporary");
            assertThat(tables).contains("personal.person", "main.sale_line");
            for (String table : tables) {
                list(plain, "select t::varchar from " + table + " t")
                        .forEach(row -> assertThat(row).as(table).doesNotContain(CONTACTS));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("keys")))
                    .toList();
            assertThat(files).anyMatch(file -> file.startsWith(folder.resolve("archive")));
            return files;
        }
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(String.valueOf(row.getString(1)));
            }
            return rows;
        }
    }
}
