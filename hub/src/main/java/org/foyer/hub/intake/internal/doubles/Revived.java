package org.foyer.hub.intake.internal.doubles;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.RevivalWords;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Revivals;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Says on the sheet of a show which earlier one it revives: a correction like any other, so that the sheet tells it and its import takes it back. */
final class Revived {

    private static final String EARLIER = """
            select p.title, max(f.day) as last from production p
            left join shown_performance f on f.house = p.house and f.production = p.id where p.house = ? and p.id = ? group by p.title
            """;

    private static final String TYPED = """
            %s select r.original as known_as, r.production as thing, n.run from revival r
            join description_now n on n.house = r.house and n.kind = 'production' and n.thing = r.production and n.property = '%s'
            where n.source = 'typed-here'
            """;

    private final Warehouse warehouse;
    private final Sheets sheets;

    Revived(Warehouse warehouse, Sheets sheets) {
        this.warehouse = warehouse;
        this.sheets = sheets;
    }

    /** A query of {@code known_as, thing, run}: what a person said that shows of a house revive. */
    static String typed(HouseId house) {
        return TYPED.formatted(Revivals.with(house.value(), house.value()), Revivals.PROPERTY);
    }

    private record Earlier(String title, @Nullable LocalDate last) {}

    /** Empty when it cannot be said: the earlier show is not there, or revives the later one. */
    Optional<RunReport> say(HouseId house, long earlier, long later, String actor) {
        List<Earlier> found = warehouse.read(connection -> new Sql(connection)
                .list(
                        row -> new Earlier(row.getString("title"), row.getObject("last", LocalDate.class)),
                        EARLIER,
                        house.value(),
                        earlier));
        return found.stream()
                .findFirst()
                .map(one -> RevivalWords.of(one.title(), one.last(), earlier))
                .flatMap(words -> Optional.ofNullable(sheets.decide(house, later, 0, Revivals.PROPERTY, words, actor)
                        .report()));
    }
}
