package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.QualityDesk;

/** Quality of two houses with two sources, for pages without a server. */
final class SampleQuality {

    private static final List<Quality.OfSource> SOURCES = List.of(
            new Quality.OfSource("programme-columns", 2, 40, 52.5, "picture", 23.75),
            new Quality.OfSource("<own>", 1, 1, 100, null, 0));

    private SampleQuality() {}

    private static List<Quality.Property> properties(long performances) {
        List<Quality.Property> properties = new ArrayList<>();
        for (Map.Entry<String, Integer> one : Quality.POINTS.entrySet()) {
            long there = performances * properties.size() / 12;
            properties.add(new Quality.Property(
                    one.getKey(),
                    one.getValue(),
                    there,
                    one.getValue() * (performances - there) / (double) performances));
        }
        return properties;
    }

    static QualityView house(Language language, House house) {
        Quality.Report report = new Quality.Report(
                40,
                52.5,
                properties(40),
                List.of(new Quality.Show(7, "Nuit <blanche>", 12, 40, List.of("picture", "price_from"), 6.3)));
        return QualityPage.view(language, house, report, SOURCES, true);
    }

    static QualityView.OfHouses houses(Language language) {
        return QualityOfHousesPage.view(
                language,
                new QualityDesk.OfHouses(
                        80,
                        61.2,
                        new Quality.Spread(52.5, 61.2, 70),
                        properties(80),
                        List.of(
                                new QualityDesk.OfHouse("haute", "Ville <haute>", true, 40, 52.5, "description", 23.75),
                                new QualityDesk.OfHouse("port", "Théâtre du Port", false, 40, 70, null, 15)),
                        SOURCES),
                Set.of("haute"));
    }

    static QualityView.OfSource source(Language language) {
        List<QualityDesk.Lack> dates = List.of(lack("Nuit <blanche>", "picture"), lack("Nuit <blanche>", "price_from"));
        return QualityOfHousesPage.view(
                language,
                new QualityDesk.SourceReport("programme-columns", 40, 52.5, properties(40), dates, 3),
                "haute",
                LocalDate.of(2026, 11, 29));
    }

    private static QualityDesk.Lack lack(String title, String missing) {
        return new QualityDesk.Lack(
                "haute",
                "Ville <haute>",
                true,
                7,
                null,
                title,
                LocalDate.of(2027, 1, 2),
                null,
                List.of(missing),
                85,
                0.375);
    }
}
