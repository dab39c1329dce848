package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.Purpose;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of purposes against its schema and against the real tables. */
class PurposeFileTest {

    @TempDir
    Path folder;

    private final List<Purpose> purposes = PurposeFile.shipped();

    @Test
    void theFileFollowsItsSchema() throws IOException {
        JsonNode schema;
        try (InputStream in = PurposeFile.class.getResourceAsStream("/governance/purposes.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(PurposeFile.tree()))
                .isEmpty();
        assertThat(purposes).extracting(Purpose::id).doesNotHaveDuplicates().hasSize(21);
        assertThat(purposes)
                .filteredOn(purpose -> purpose.joined() != null)
                .extracting(Purpose::joined)
                .containsExactly(
                        Gate.COMPARISON,
                        Gate.OVERLAP,
                        Gate.STUDY,
                        NodeStudyGate.PURPOSE,
                        StudyGate.OBSERVERS,
                        ObservatoryGate.PURPOSE);
    }

    @Test
    void everyColumnIsOneOfTheRealTables() throws SQLException {
        Set<String> unknown = new TreeSet<>(named("warehouse"));
        unknown.removeAll(warehouse());
        Set<String> unknownToo = new TreeSet<>(named("register"));
        unknownToo.removeAll(register());
        assertThat(unknown).isEmpty();
        assertThat(unknownToo).isEmpty();
        assertThat(named("warehouse")).contains("personal.buyer.email", "sale_line.person");
    }

    @Test
    void everyColumnThatTellsOfAPersonHasAPurpose() throws SQLException {
        Set<String> personal = new TreeSet<>(warehouse());
        personal.removeIf(column -> !column.startsWith("personal.") && !column.endsWith(".person"));
        assertThat(personal).hasSizeGreaterThan(30);
        assertThat(named("warehouse")).containsAll(personal);
        Set<String> registered = new TreeSet<>(register());
        registered.removeIf(column -> !column.endsWith(".person"));
        assertThat(registered).contains("consent_event.person");
        assertThat(named("register")).containsAll(registered);
    }

    @Test
    void aPurposeThatTellsOfNobodyNamesNoPersonalColumn() {
        assertThat(purposes)
                .filteredOn(purpose -> !purpose.people())
                .allSatisfy(purpose -> assertThat(purpose.columns()
                                .getOrDefault("warehouse", Map.of())
                                .entrySet())
                        .noneMatch(table -> table.getKey().startsWith("personal.")
                                || table.getValue().contains("person")));
    }

    @Test
    void theMonthsOfAPurposeAreTheHousesOwnWhereItSetsThem() {
        Terms terms = new Terms(24, 6, null, null, null, null);
        assertThat(months("contacts", terms)).isEqualTo(24);
        assertThat(months("quarantine", terms)).isEqualTo(6);
        assertThat(months("accounting", terms)).isEqualTo(120);
        assertThat(months("archive", terms)).isNull();
    }

    private Integer months(String id, Terms terms) {
        return purposes.stream()
                .filter(purpose -> purpose.id().equals(id))
                .findFirst()
                .orElseThrow()
                .retention()
                .months(terms);
    }

    private Set<String> named(String store) {
        Set<String> names = new TreeSet<>();
        purposes.forEach(purpose -> purpose.columns()
                .getOrDefault(store, Map.of())
                .forEach((table, columns) -> columns.forEach(column -> names.add(table + "." + column))));
        return names;
    }

    private Set<String> warehouse() throws SQLException {
        try (Warehouse warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB")) {
            return warehouse.read(connection -> {
                Set<String> names = new TreeSet<>();
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("""
                                select case table_schema when 'main' then '' else table_schema || '.' end
                                  || table_name || '.' || column_name
                                from information_schema.columns
                                """)) {
                    while (row.next()) {
                        names.add(row.getString(1));
                    }
                }
                return names;
            });
        }
    }

    private Set<String> register() {
        return EmptyStores.register(folder.resolve("register.db"))
                .read(handle -> new TreeSet<>(
                        handle.createQuery("""
                                select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c
                                where t.type = 'table'
                                """).mapTo(String.class).list()));
    }
}
