package org.foyer.hub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and tools write into one cell. */
class ExternalIdCellTest {

    private static String told(ExternalIdKind hint, String cell) {
        return ExternalIdCell.read(hint, cell).stream()
                .map(said -> (said.kind() == null ? "?" : said.kind().word()) + "="
                        + (said.id() == null ? "!" + said.text() : said.id().value()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "isni: 0000 0001 2146 438X; viaf: 9847974, isni=000000012146438X viaf=9847974",
        "ISNI\u00a0:\u00a00000 0001 2146 4380, isni=!0000 0001 2146 4380",
        "https://www.wikidata.org/wiki/Q535 | ark:/12148/cb11907966z, wikidata=Q535 ark=ark:/12148/cb11907966z",
        "732 829 320 00074, siret=73282932000074",
        "9847974, ?=!9847974",
        "https://www.facebook.com/somebody, ?=!https://www.facebook.com/somebody",
        "wikidata\u00a0: -, wikidata=!-",
        "udb: event/11111111-2222-3333-4444-555555555555, uitdatabank=event/11111111-2222-3333-4444-555555555555",
    })
    void partsAreReadByAddressNameOrForm(String cell, String read) {
        assertThat(told(null, cell)).isEqualTo(read);
    }

    @Test
    void aColumnOfOneRegisterNeedsNoName() {
        assertThat(told(ExternalIdKind.VIAF, "9847974")).isEqualTo("viaf=9847974");
        assertThat(told(ExternalIdKind.FRBNF, "11907966")).isEqualTo("frbnf=FRBNF11907966");
        assertThat(told(ExternalIdKind.SIRET, "73282932000075")).isEqualTo("siret=!73282932000075");
    }

    @Test
    void whatIsToldIsReadAsTheSame() {
        for (String one : List.of("isni: 000000012146438X", "ark: ark:/12148/cb11907966z", "wikidata: Q535", "rof: P-12")) {
            assertThat(ExternalIdCell.told(List.of(ExternalIdCell.read(null, one).get(0).id()))).isEqualTo(one);
        }
    }

    @Test
    void onlyWhatNamesARegisterIsTelling() {
        assertThat(ExternalIdCell.isTelling("https://www.facebook.com/somebody")).isFalse();
        assertThat(ExternalIdCell.isTelling("12345")).isFalse();
        assertThat(ExternalIdCell.isTelling("https://viaf.org/viaf/9847974")).isTrue();
    }

    @Test
    void degreesThatAreNoneAreNoPoint() {
        assertThat(GeoPoint.read("45,764", "4.8357")).contains(new GeoPoint(45.764, 4.8357));
        assertThat(GeoPoint.read("−20.88", "55.45")).contains(new GeoPoint(-20.88, 55.45));
        for (String wrong : List.of("0;0", "91;4", "45;181", "45°;4", ";4", "45;")) {
            String[] both = wrong.split(";", -1);
            assertThat(GeoPoint.read(both[0], both[1])).as(wrong).isEmpty();
        }
    }
}
