package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** What houses bring to the gate: the figures that were measured by the definition that is compared. */
final class HouseContributions {

    private final PeerSheets sheets;

    HouseContributions(PeerSheets sheets) {
        this.sheets = sheets;
    }

    /** In one reading for all houses that are asked as of the same day. */
    List<Contribution> of(
            List<HouseId> ids, Season season, List<Indicator> compared, Function<HouseId, LocalDate> asOf) {
        Map<LocalDate, List<HouseId>> days = new TreeMap<>();
        ids.forEach(id ->
                days.computeIfAbsent(asOf.apply(id), day -> new ArrayList<>()).add(id));
        Set<String> wanted = compared.stream().map(Indicator::id).collect(Collectors.toSet());
        List<Contribution> contributions = new ArrayList<>();
        days.forEach((day, of) -> {
            for (FigureSheet sheet : sheets.sheets(of, season, day, wanted)) {
                for (Indicator indicator : compared) {
                    Double value = value(sheet, indicator);
                    if (value != null) {
                        long basis = sheet.figure(indicator.id()).basis();
                        contributions.add(new Contribution(sheet.house(), indicator.id(), value, basis));
                    }
                }
            }
        });
        return contributions;
    }

    /** The value if it was measured by the definition that is compared; null if not. */
    static @Nullable Double value(FigureSheet sheet, Indicator indicator) {
        return sheet.figures().stream()
                .filter(figure -> figure.indicator().equals(indicator.id()))
                .filter(figure -> figure.version() == indicator.version() && figure.notMeasured() == null)
                .map(Figure::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
