package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentFault;
import org.foyer.hub.insight.SegmentKind;
import org.foyer.hub.insight.SegmentKind.Form;

/** A definition and its query string are the same thing, written two ways. */
class SegmentGrammarTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("definitions") SegmentDefinition definition) {
        SegmentDefinition.Read read = SegmentDefinition.read(definition.toString());
        assertThat(read.faults()).isEmpty();
        assertThat(read.definition()).isEqualTo(definition);
        assertThat(read.definition()).hasToString(definition.toString());
    }

    @Property
    void anyTextIsReadOrRefusedInWords(@ForAll String text) {
        SegmentDefinition.Read read = SegmentDefinition.read(text);
        assertThat(SegmentDefinition.read(read.definition().toString()).definition())
                .isEqualTo(read.definition());
        assertThat(read.faults()).allMatch(fault -> fault.code().startsWith("segment"));
    }

    @Provide
    Arbitrary<SegmentDefinition> definitions() {
        return Arbitraries.of(SegmentKind.values())
                .set()
                .ofMaxSize(SegmentDefinition.CONDITIONS_MAX)
                .flatMap(kinds -> {
                    Arbitrary<List<SegmentCondition>> conditions = Arbitraries.just(List.of());
                    for (SegmentKind kind : kinds) {
                        conditions = Combinators.combine(conditions, condition(kind))
                                .as((before, one) -> {
                                    List<SegmentCondition> all = new ArrayList<>(before);
                                    all.add(one);
                                    return all;
                                });
                    }
                    return conditions.map(SegmentDefinition::new);
                });
    }

    private static Arbitrary<SegmentCondition> condition(SegmentKind kind) {
        if (kind.form() == Form.RANGE) {
            Arbitrary<Integer> step = Arbitraries.of(kind.choices()).map(Integer::valueOf);
            Arbitrary<Integer> months = Arbitraries.of(Form.MONTHS_STEPS).map(Integer::valueOf);
            return Combinators.combine(step.injectNull(0.3), step.injectNull(0.3), months.injectNull(0.5))
                    .as((one, other, back) -> one == null && other == null
                            ? new SegmentCondition(kind, List.of(), 1, null, back)
                            : one == null || other == null || one <= other
                                    ? new SegmentCondition(kind, List.of(), one, other, back)
                                    : new SegmentCondition(kind, List.of(), other, one, back))
                    .filter(condition -> condition.from() == null
                            || kind.choices().contains(condition.from().toString()));
        }
        Arbitrary<String> value = switch (kind.form()) {
            case CHOICE, MONTHS -> Arbitraries.of(kind.choices());
            case SEASON ->
                Arbitraries.integers().between(1990, 2090).map(year -> new org.foyer.hub.model.Season(year).label());
            case NUMBER ->
                Arbitraries.longs().between(1, 999_999_999_999_999_999L).map(String::valueOf);
            case AREA ->
                Arbitraries.strings()
                        .withCharRange('0', '9')
                        .withCharRange('A', 'Z')
                        .ofMinLength(1)
                        .ofMaxLength(10);
            case CELL -> Arbitraries.strings().withChars("12345x").ofLength(3);
            default ->
                Arbitraries.strings()
                        .withChars("aé ,&=+%.@€\"'")
                        .ofMinLength(1)
                        .ofMaxLength(6)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty());
        };
        return value.list()
                .ofMinSize(1)
                .ofMaxSize(kind.takesSeveral() ? 4 : 1)
                .map(values -> SegmentCondition.of(kind, values));
    }

    @Example
    void oneWayOfWritingForEachMeaning() {
        assertThat(written("within=18&rf=convertee,new&rf=new&genre=&visits=2"))
                .isEqualTo("rf=convertee,new&visits=2..2&within=18");
        assertThat(written("genre=Danse%2C%20ballet&genre=Op%C3%A9ra")).isEqualTo("genre=Danse%2C+ballet,Op%C3%A9ra");
        assertThat(written("area=sw1&first=2024")).isEqualTo("first=2024-25&area=SW1");
        assertThat(written("")).isEmpty();
    }

    private static String written(String query) {
        SegmentDefinition.Read read = SegmentDefinition.read(query);
        assertThat(read.faults()).isEmpty();
        return read.definition().toString();
    }

    @Example
    void allFaultsAreToldAtOnceWithWhatCanBeChosen() {
        List<SegmentFault> faults = SegmentDefinition.read(
                        "rf=nouveau&visits=7..&visits=2..&spend=5..1&color=red&first=2024-26&area=%25&rfm=678&within=2,3&visits=20..3")
                .faults();
        assertThat(faults)
                .extracting(SegmentFault::code)
                .containsExactly(
                        "segment-value-unknown",
                        "segment-one-value",
                        "segment-range",
                        "segment-condition-unknown",
                        "segment-season",
                        "segment-area",
                        "segment-cell",
                        "segment-one-value");
        assertThat(faults.get(0).arguments())
                .contains("nouveau", "new, once-before, convertee, active, super-active, stale, lapsed");
        assertThat(SegmentDefinition.read("visits=7..")
                        .faults()
                        .get(0)
                        .arguments()
                        .get(2))
                .startsWith("1, 2, 3, 4, 5, 6, 8");
    }

    @Example
    void limitsAreKept() {
        assertThat(SegmentDefinition.read("genre=" + "a".repeat(2_000)).faults())
                .extracting(SegmentFault::code)
                .containsExactly("segment-too-long");
        assertThat(SegmentDefinition.read("area=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")
                        .faults())
                .extracting(SegmentFault::code)
                .containsExactly("segment-values-too-many");
        assertThat(SegmentDefinition.read(
                                "rf=new&visits=1..&within=1&first=2024&genre=a&season=2024&tariff=full&channel=web&area=1")
                        .faults())
                .extracting(SegmentFault::code)
                .containsExactly("segment-conditions-too-many");
    }
}
