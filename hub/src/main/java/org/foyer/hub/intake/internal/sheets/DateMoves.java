package org.foyer.hub.intake.internal.sheets;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.Sheets.Moved;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Moves one date of a show; whoever calls holds back other publications meanwhile. */
final class DateMoves {

    private final TypedSheets typed;
    private final SheetRegister sheets;
    private final Warehouse warehouse;

    DateMoves(TypedSheets typed, SheetRegister sheets, Warehouse warehouse) {
        this.typed = typed;
        this.sheets = sheets;
        this.warehouse = warehouse;
    }

    Optional<Moved> move(
            HouseId house,
            long performance,
            SheetStart seen,
            LocalDate evening,
            @Nullable LocalTime hour,
            String actor) {
        return warehouse
                .read(connection -> KnownDate.read(connection, house, performance))
                .map(date -> moved(house, date, seen, date.start().movedTo(evening, hour), actor));
    }

    private Moved moved(HouseId house, KnownDate date, SheetStart seen, SheetStart to, String actor) {
        long sheet = typed.of(house, date.production(), actor).orElseThrow();
        List<Problem> refused = date.refusals(sheets.byId(house, sheet).orElseThrow(), seen, to, actor);
        if (!refused.isEmpty()) {
            return new Moved(sheet, to, new ShowSheet.Published(refused, null));
        }
        return new Moved(
                sheet, to, typed.decide(house, date.production(), date.performance(), "start", to.text(), actor));
    }
}
