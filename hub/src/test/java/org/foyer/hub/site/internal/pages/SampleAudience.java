package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.insight.AudienceSheet.Crossover;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.insight.AudienceSheet.Region;
import org.foyer.hub.insight.AudienceSheet.Regions;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** An audience with figures that are known, figures that cannot be told, and zones with words of their own. */
final class SampleAudience {

    private static final List<String> OF_BUYERS = List.of("next-visit", "lifetime-value", "lifetime-spending");
    private static final List<String> OF_PRICES = List.of("zone-filling", "price-steps", "price-moves");

    private SampleAudience() {}

    static AudienceView known(Language language, House house) {
        return view(language, house, known());
    }

    /** A house that sells by zone without the names of its buyers. */
    static AudienceView nameless(Language language, House house) {
        List<Figure> figures = new ArrayList<>();
        OF_BUYERS.forEach(id -> figures.add(unknown(id, "buyers-unknown", "person")));
        figures.addAll(known().subList(OF_BUYERS.size(), OF_BUYERS.size() + OF_PRICES.size()));
        return view(language, house, figures);
    }

    /** Nobody is known, and nothing was sold at two prices or in two zones. */
    static AudienceView nothing(Language language, House house) {
        List<Figure> figures = new ArrayList<>();
        OF_BUYERS.forEach(id -> figures.add(unknown(id, "buyers-unknown", "person")));
        OF_PRICES.forEach(id -> figures.add(unknown(id, "no-tickets")));
        return view(language, house, figures);
    }

    /** A house of one price and one zone whose buyers are too few, or known for too short a time. */
    static AudienceView few(Language language, House house) {
        return view(
                language,
                house,
                List.of(
                        unknown("next-visit", "nobody-twice"),
                        unknown("lifetime-value", "history-too-short"),
                        unknown("lifetime-spending", "too-few-people"),
                        unknown("zone-filling", "one-zone"),
                        unknown("price-steps", "one-price"),
                        figure("price-moves", "ratio", 0.0)));
    }

    private static AudienceView view(Language language, House house, List<Figure> figures) {
        AudienceSheet sheet = sheet(figures);
        return AudiencePage.view(language, house, new SampleFigures(), sheet, sheet, SampleFigures.TODAY);
    }

    static List<Figure> known() {
        return List.of(
                figure(
                        "next-visit",
                        "distribution",
                        null,
                        new Part("overdue", 300, 0.3),
                        new Part("awaited-3-months", 100, 0.1),
                        new Part("came-once", 600, 0.6)),
                figure("lifetime-value", "money", 12_300.0, new Part("years", 5, 0), new Part("correlation", 0.07, 0)),
                figure(
                        "lifetime-spending",
                        "distribution",
                        null,
                        new Part("0-50", 500, 0.5),
                        new Part("50-100", 300, 0.3),
                        new Part("500+", 200, 0.2)),
                figure(
                        "zone-filling",
                        "distribution",
                        null,
                        new Part("Corbeille <haute>", 400, 0.4),
                        new Part("Parterre", 500, 0.5),
                        new Part("unknown", 100, 0.1)),
                figure(
                        "price-steps",
                        "distribution",
                        null,
                        new Part("free", 100, 0.1),
                        new Part("10-20", 600, 0.6),
                        new Part("100+", 300, 0.3)),
                figure("price-moves", "ratio", 0.25));
    }

    private static Figure figure(String id, String unit, Double value, Part... parts) {
        return new Figure(id, 1, unit, value, List.of(parts), 1_000, 1, null, List.of());
    }

    private static Figure unknown(String id, String code, String... missing) {
        return new Figure(id, 1, "distribution", null, List.of(), 0, 0, code, List.of(missing));
    }

    private static AudienceSheet sheet(List<Figure> figures) {
        return new AudienceSheet(
                new HouseId(1),
                new Season(2026),
                SampleFigures.TODAY,
                AudienceBasis.PERFORMANCE,
                true,
                LocalDate.of(2020, 1, 10),
                1_000,
                null,
                figures,
                new Crossover(0, List.of(), List.of(), 0),
                catchment());
    }

    /** A house in Angers: a commune, a postcode of several communes, a region elsewhere, and an area abroad. */
    private static Catchment catchment() {
        Place angers = new Place("Angers", "49", "52", 157_000, -0.55, 47.47);
        Place several = new Place("", "53", "52", 900, -0.6, 47.9);
        Place paris = new Place("Paris 11e Arrondissement", "75", "11", 142_000, 2.38, 48.86);
        return new Catchment(
                SampleFigures.TODAY,
                300,
                20,
                30,
                List.of(
                        new Area("49007", null, "FR", 150, angers, 0.955, 2.0),
                        new Area("75111", null, "FR", 60, paris, 0.42, 265.0),
                        new Area(null, "53200", "FR", 30, several, null, 48.0),
                        new Area(null, "SW1A", "GB", 10, null, null, null)),
                List.of(),
                0.6,
                0.7,
                new Regions(
                        "52",
                        List.of(
                                new Region("52", "Pays de la Loire", 180, 0.64, null),
                                new Region("11", "Île-de-France", 60, 0.21, 0.005)),
                        40));
    }
}
