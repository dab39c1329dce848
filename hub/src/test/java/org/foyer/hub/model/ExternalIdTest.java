package org.foyer.hub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.foyer.hub.model.ExternalId.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers of other registers: real ones are taken however they are written, mistyped ones are not. */
class ExternalIdTest {

    @ParameterizedTest
    @CsvSource({
        "ISNI, 0000 0001 2103 2683, 0000000121032683, https://isni.org/isni/0000000121032683",
        "ISNI, ISNI 0000-0001-2146-438x, 000000012146438X, https://isni.org/isni/000000012146438X",
        "ISNI, https://www.isni.org/isni/0000000121479135, 0000000121479135, https://isni.org/isni/0000000121479135",
        "ARK, ark:/12148/cb11907966z, ark:/12148/cb11907966z, https://data.bnf.fr/ark:/12148/cb11907966z",
        "ARK, https://catalogue.bnf.fr/ark:/12148/cb11918228x, ark:/12148/cb11918228x, https://data.bnf.fr/ark:/12148/cb11918228x",
        "ARK, ark:12148/cb12423662g, ark:/12148/cb12423662g, https://data.bnf.fr/ark:/12148/cb12423662g",
        "ARK, ark:/12148/cb169157795, ark:/12148/cb169157795, https://data.bnf.fr/ark:/12148/cb169157795",
        "ARK, ark:/13030/xf93gt2q, ark:/13030/xf93gt2q, https://n2t.net/ark:/13030/xf93gt2q",
        "FRBNF, FRBNF11907966, FRBNF11907966, https://catalogue.bnf.fr/ark:/12148/cb11907966z",
        "FRBNF, 12922802, FRBNF12922802, https://catalogue.bnf.fr/ark:/12148/cb12922802s",
        "WIKIDATA, q535, Q535, http://www.wikidata.org/entity/Q535",
        "WIKIDATA, https://www.wikidata.org/wiki/Q535#P31, Q535, http://www.wikidata.org/entity/Q535",
        "VIAF, https://viaf.org/viaf/9847974/, 9847974, https://viaf.org/viaf/9847974",
        "MUSICBRAINZ, https://musicbrainz.org/artist/B972F589-FB0E-474E-B64A-803B0364FA75, artist/b972f589-fb0e-474e-b64a-803b0364fa75, https://musicbrainz.org/artist/b972f589-fb0e-474e-b64a-803b0364fa75",
        "MUSICBRAINZ, b972f589-fb0e-474e-b64a-803b0364fa75, b972f589-fb0e-474e-b64a-803b0364fa75,",
        "SIREN, 732 829 320, 732829320, https://annuaire-entreprises.data.gouv.fr/entreprise/732829320",
        "SIRET, 732 829 320 00074, 73282932000074, https://annuaire-entreprises.data.gouv.fr/etablissement/73282932000074",
        "SIRET, 35600000049837, 35600000049837, https://annuaire-entreprises.data.gouv.fr/etablissement/35600000049837",
        "OPENAGENDA, 12345678, 12345678,",
        "UITDATABANK, https://io.uitdatabank.be/event/c29cd90d-1d5f-4a0e-a15b-5ed2ad1b0d29, event/c29cd90d-1d5f-4a0e-a15b-5ed2ad1b0d29, https://io.uitdatabank.be/event/c29cd90d-1d5f-4a0e-a15b-5ed2ad1b0d29",
        "ARTSDATA, http://kg.artsdata.ca/resource/K12-273, K12-273, http://kg.artsdata.ca/resource/K12-273",
        "ROF, https://capdataculture.fr/graph/identifier/4815, 4815, https://capdataculture.fr/graph/identifier/4815",
    })
    void realIdentifiersAreTakenHoweverTheyAreWritten(
            ExternalIdKind kind, String written, String value, String address) {
        ExternalId.Reading reading = ExternalId.read(kind, written);
        assertThat(reading.fault()).isNull();
        assertThat(reading.id().value()).isEqualTo(value);
        assertThat(reading.id().address().orElse(null)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "ISNI, 0000000121032684, CHECK",
        "ISNI, 000000012103268, FORM",
        "ISNI, X000000121032683, FORM",
        "ARK, ark:/12148/cb11907966y, CHECK",
        "ARK, ark:/12148/cb1190796z, CHECK",
        "ARK, 12148/cb11907966z, FORM",
        "FRBNF, FRBNF1190796, FORM",
        "WIKIDATA, Q0, FORM",
        "WIKIDATA, P31, FORM",
        "SIREN, 732829321, CHECK",
        "SIRET, 73282932000075, CHECK",
        "SIRET, 35600000049838, CHECK",
        "SIRET, 732829320, FORM",
        "VIAF, 0123, FORM",
        "MUSICBRAINZ, label/b972f589-fb0e-474e-b64a-803b0364fa75, FORM",
        "UITDATABANK, c29cd90d-1d5f-4a0e-a15b-5ed2ad1b0d29, FORM",
        "ARTSDATA, K12, FORM",
        "ROF, a/../b, FORM",
        "OPENAGENDA, '', EMPTY",
    })
    void othersAreNotAndOneKnowsWhy(ExternalIdKind kind, String written, Fault fault) {
        assertThat(ExternalId.read(kind, written)).isEqualTo(new ExternalId.Reading(null, fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "javascript:alert(1)", "https://example.org/wiki/Q535", "Q535", "http://isni.org/isni/1"})
    void onlyAddressesOfTheRegistersNameIdentifiers(String address) {
        assertThat(ExternalId.ofAddress(address)).isEmpty();
    }

    @Test
    void aValueThatIsNotCanonicalIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExternalId(ExternalIdKind.ISNI, "0000 0001 2103 2683"));
        assertThat(ExternalId.read(ExternalIdKind.ROF, "x".repeat(301)).fault()).isEqualTo(Fault.FORM);
    }

    private static String digits(long number, int length) {
        return ("%0" + length + "d").formatted(number);
    }

    @Provide
    Arbitrary<ExternalId> identifiers() {
        return of(ExternalIdKind.values());
    }

    @Provide
    Arbitrary<ExternalId> checked() {
        return of(ExternalIdKind.ISNI, ExternalIdKind.ARK, ExternalIdKind.SIREN, ExternalIdKind.SIRET);
    }

    @Provide
    Arbitrary<ExternalId> checkedBest() {
        return of(ExternalIdKind.ISNI, ExternalIdKind.ARK);
    }

    private static Arbitrary<ExternalId> of(ExternalIdKind... kinds) {
        return Arbitraries.of(kinds)
                .flatMap(kind -> Arbitraries.longs()
                        .between(1, 999_999_999_999L)
                        .map(number -> new ExternalId(kind, value(kind, number))));
    }

    private static String value(ExternalIdKind kind, long number) {
        String uuid = UUID.nameUUIDFromBytes(Long.toString(number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return switch (kind) {
            case ISNI -> {
                String body = digits(number, 15);
                yield body + CheckDigits.mod112(body);
            }
            case ARK -> {
                String name = "cb" + digits(number % 100_000_000, 8);
                yield "ark:/12148/" + name + CheckDigits.noid(name);
            }
            case FRBNF -> "FRBNF" + digits(number % 100_000_000, 8);
            case WIKIDATA -> "Q" + number;
            case VIAF, OPENAGENDA -> Long.toString(number);
            case MUSICBRAINZ -> "work/" + uuid;
            case SIREN -> luhn(digits(number % 100_000_000, 8));
            case SIRET -> luhn(luhn(digits(number % 100_000_000, 8)) + digits(number % 10_000, 4));
            case UITDATABANK -> "place/" + uuid;
            case ARTSDATA -> "K" + number % 10_000 + "-" + number % 1_000_000_000;
            case ROF -> Long.toString(number, 36);
        };
    }

    private static String luhn(String body) {
        return body + (10 - CheckDigits.luhn(body + "0") % 10) % 10;
    }

    @Property
    void theCanonicalFormReadsAsItself(@ForAll("identifiers") ExternalId id) {
        assertThat(ExternalId.read(id.kind(), id.value()).id()).isEqualTo(id);
        assertThat(ExternalId.read(id.kind(), "  " + id.value() + "\t").id()).isEqualTo(id);
    }

    @Property
    void theAddressOfAnIdentifierNamesIt(@ForAll("identifiers") ExternalId id) {
        id.address().ifPresent(address -> {
            ExternalId named = ExternalId.ofAddress(address).orElseThrow();
            if (id.kind() == ExternalIdKind.FRBNF) {
                assertThat(named.kind()).isEqualTo(ExternalIdKind.ARK);
                assertThat(named.value()).contains(id.value().substring(5));
            } else {
                assertThat(named).isEqualTo(id);
            }
        });
    }

    /** One digit mistyped. */
    @Property
    void aMistypedDigitIsNoticed(
            @ForAll("checked") ExternalId id,
            @ForAll @IntRange(max = 40) int place,
            @ForAll @IntRange(max = 9) int digit) {
        int from = id.value().lastIndexOf('/') + 1 + (id.kind() == ExternalIdKind.ARK ? 2 : 0);
        int at = from + place % (id.value().length() - from);
        char other = (char) ('0' + digit);
        Assume.that(id.value().charAt(at) != other && !id.value().startsWith("356000000"));
        String mistyped = id.value().substring(0, at) + other + id.value().substring(at + 1);
        Assume.that(!mistyped.startsWith("356000000"));
        assertThat(ExternalId.read(id.kind(), mistyped).fault()).isEqualTo(Fault.CHECK);
    }

    /** Two neighbours swapped: ISO 7064 and NOID notice every such slip, Luhn all but 09 and 90. */
    @Property
    void swappedNeighboursAreNoticed(@ForAll("checkedBest") ExternalId id, @ForAll @IntRange(max = 40) int place) {
        int from = id.value().lastIndexOf('/') + 1 + (id.kind() == ExternalIdKind.ARK ? 2 : 0);
        int at = from + place % (id.value().length() - from - 2);
        char one = id.value().charAt(at);
        char two = id.value().charAt(at + 1);
        Assume.that(one != two);
        String swapped = id.value().substring(0, at) + two + one + id.value().substring(at + 2);
        assertThat(ExternalId.read(id.kind(), swapped).fault()).isEqualTo(Fault.CHECK);
    }

    @Property
    void noTextBreaksAnything(@ForAll String text) {
        for (ExternalIdKind kind : ExternalIdKind.values()) {
            ExternalId.Reading reading = ExternalId.read(kind, text);
            assertThat(reading.id() == null).isNotEqualTo(reading.fault() == null);
            ExternalId.read(kind, text.toLowerCase(Locale.ROOT));
        }
        ExternalId.ofAddress(text);
    }
}
