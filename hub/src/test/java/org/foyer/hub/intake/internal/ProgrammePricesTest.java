package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices of a programme are kept in the house's currency, and in no other. */
class ProgrammePricesTest {

    @TempDir
    Path folder;

    private static String show(int n, String price, String currency) {
        return """
                {"@context": "https://schema.org", "@type": "Event", "@id": "https://t.example/%d", "name": "Lear %d",
                 "startDate": "2026-05-0%dT20:00", "typicalAgeRange": "8-",
                 "offers": {"price": "%s", "priceCurrency": "%s"}}""".formatted(n, n, n, price, currency);
    }

    @Test
    void aShowWhosePricesAreInAnotherCurrencyIsKeptWithoutThem() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            var report = stand.run(
                    PARIS,
                    stand.receive(
                            "a.json",
                            "[" + show(1, "12.50", "EUR") + "," + show(2, "40", "CHF") + "," + show(3, "0", "") + "]"));
            assertThat(
                            stand.query(
                                    "select p.title, d.property, d.value from description_now d join performance f on f.id = d.thing"
                                            + " join production p on p.id = f.production where d.kind = 'performance' order by all"))
                    .containsExactly(
                            "Lear 1|price_from|1250",
                            "Lear 1|price_to|1250",
                            "Lear 3|price_from|0",
                            "Lear 3|price_to|0");
            assertThat(stand.query("select count(*) from description_now where property = 'age_from' and value = '8'"))
                    .containsExactly("3");
            assertThat(report.problems())
                    .filteredOn(problem -> problem.code().equals("prices-of-another-currency"))
                    .extracting(Problem::arguments)
                    .containsExactly(java.util.List.of("1"));
        }
    }
}
