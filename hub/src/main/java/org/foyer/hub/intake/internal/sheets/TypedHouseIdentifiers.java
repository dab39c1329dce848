package org.foyer.hub.intake.internal.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.intake.HouseIdentifiers;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.programme.TypedHouse;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.ExternalIdKind;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** Identifiers of houses out of the warehouse, and said by documents through the intake. */
public final class TypedHouseIdentifiers implements HouseIdentifiers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DOCUMENT_BYTES_MAX = 100_000;
    private static final int SHOWN_MAX = 200;

    /** Name of the field in which they are typed. */
    private static final String FIELD = "identifiers";

    private final Warehouse warehouse;
    private final Archive archive;
    private final Function<RunOrder, RunReport> runs;

    /** @param runs what carries a run out */
    public TypedHouseIdentifiers(Warehouse warehouse, Archive archive, Function<RunOrder, RunReport> runs) {
        this.warehouse = warehouse;
        this.archive = archive;
        this.runs = runs;
    }

    @Override
    public List<Said> of(HouseId house) {
        return warehouse.read(connection -> new Sql(connection)
                        .list(
                                TypedHouseIdentifiers::said,
                                "select property, value, source, run from found_outside_now where house = ? and kind = 'house'"
                                        + " and value is not null",
                                house.value())
                        .stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(one -> one.id().kind()))
                        .toList());
    }

    private static Optional<Said> said(ResultSet row) throws SQLException {
        ExternalId id = ExternalIdCell.kindOf(row.getString("property"))
                .map(kind -> ExternalId.read(kind, textOf(row)).id())
                .orElse(null);
        return id == null ? Optional.empty() : Optional.of(new Said(id, row.getString("source"), row.getInt("run")));
    }

    private static String textOf(ResultSet row) {
        try {
            return row.getString("value");
        } catch (SQLException e) {
            throw new IllegalStateException("a row without its value", e);
        }
    }

    @Override
    public Outcome say(HouseId house, String cell, String actor) {
        List<ExternalId> wished = new ArrayList<>();
        List<Problem> problems = read(cell, wished);
        if (!problems.isEmpty()) {
            return new Outcome(problems, null);
        }
        List<Said> before = of(house);
        Set<ExternalIdKind> kinds = EnumSet.noneOf(ExternalIdKind.class);
        wished.forEach(id -> kinds.add(id.kind()));
        String gone = before.stream()
                .filter(said -> !kinds.contains(said.id().kind()))
                .map(said -> said.id().kind().word() + ": " + ExternalIdCell.NONE)
                .collect(Collectors.joining(ExternalIdCell.BETWEEN));
        List<ExternalId> counted = before.stream().map(Said::id).toList();
        List<ExternalId> changed =
                wished.stream().filter(id -> !counted.contains(id)).toList();
        if (gone.isEmpty() && changed.isEmpty()) {
            return new Outcome(List.of(), null);
        }
        String told = ExternalIdCell.told(changed);
        String whole = told + (told.isEmpty() || gone.isEmpty() ? "" : ExternalIdCell.BETWEEN) + gone;
        ArchivedFile file = archive.keep(
                house, "house-identifiers.json", new ByteArrayInputStream(document(whole)), DOCUMENT_BYTES_MAX);
        return new Outcome(
                List.of(), runs.apply(new RunOrder(house, List.of(file), Matching.NONE, false, null, actor, null)));
    }

    /** @param into takes what can be read */
    private static List<Problem> read(String cell, List<ExternalId> into) {
        if (cell.length() > CHARACTERS_MAX) {
            return List.of(problem("identifiers-long", Integer.toString(CHARACTERS_MAX)));
        }
        List<Problem> problems = new ArrayList<>();
        Set<ExternalIdKind> seen = EnumSet.noneOf(ExternalIdKind.class);
        for (ExternalIdCell.Said said : ExternalIdCell.read(null, cell)) {
            ExternalIdKind kind = said.kind();
            String shown =
                    said.text().substring(0, Math.min(SHOWN_MAX, said.text().length()));
            if (kind == null) {
                problems.add(problem("register-unknown", shown));
            } else if (!seen.add(kind)) {
                problems.add(problem("identifier-register-twice", kind.label()));
            } else if (said.id() != null) {
                into.add(Objects.requireNonNull(said.id()));
            } else if (!said.text().equals(ExternalIdCell.NONE)) {
                problems.add(problem("sheet-identifier-wrong", shown));
            }
        }
        return problems;
    }

    private static Problem problem(String code, String value) {
        return Problem.stops(code, new Place("", 0, FIELD, value), value);
    }

    private static byte[] document(String cell) {
        ObjectNode document = JSON.createObjectNode().put(TypedHouse.MARK, "1");
        document.putArray(TypedHouse.SAID).addObject().put(TypedHouse.IDS, cell);
        try {
            return JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("identifiers cannot be written", e);
        }
    }
}
