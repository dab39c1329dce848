package org.foyer.hub.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.foyer.hub.exchange.Conditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What terms let through, line by line. */
class PolicyJudgeTest {

    private static final Instant AT = Instant.parse("2026-11-29T12:00:00Z");
    private static final PolicyJudge.Use USE = new PolicyJudge.Use("urn:peer", "study", AT, 2, 3, 40, true);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "dateTime, gteq, '\"2026-11-29\"', true",
                "dateTime, gteq, '\"2026-11-30\"', false",
                "dateTime, lteq, '\"2026-11-29\"', true",
                "dateTime, lteq, '\"2026-11-28\"', false",
                "dateTime, lteq, '{\"@value\":\"2026-11-29T11:59:59Z\",\"@type\":\"xsd:dateTime\"}', false",
                "dateTime, lteq, '\"soon\"', false",
                "dateTime, eq, '\"2026-11-29\"', false",
                "purpose, eq, '\"study\"', true",
                "purpose, eq, '\"advertising\"', false",
                "purpose, isAnyOf, '[\"study\",\"teaching\"]', true",
                "purpose, neq, '\"advertising\"', false",
                "recipient, eq, '\"urn:peer\"', true",
                "odrl:recipient, eq, '\"urn:other\"', false",
                "recipient, isAnyOf, '[\"urn:other\",\"urn:peer\"]', true",
                "recipient, isAnyOf, '[]', false",
                "count, lteq, '\"3\"', true",
                "count, lteq, '2', false",
                "count, lteq, '\"many\"', false",
                "foyer:houses, gteq, '3', true",
                "foyer:houses, gteq, '4', false",
                "foyer:buyers, gteq, '\"40\"', true",
                "foyer:buyers, gteq, '\"50\"', false",
                "foyer:buyers, gteq, '\"none\"', false",
                "spatial, eq, '\"fr\"', false",
            })
    void oneConstraint(String left, String operator, String right, boolean holds) {
        String constraint =
                "{\"leftOperand\":\"" + left + "\",\"operator\":\"" + operator + "\",\"rightOperand\":" + right + "}";
        assertThat(PolicyJudge.against(permitting(constraint), USE).isEmpty()).isEqualTo(holds);
    }

    private static com.fasterxml.jackson.databind.JsonNode permitting(String constraint) {
        return Json.own("{\"permission\":[{\"action\":\"use\",\"constraint\":[" + constraint + "]}]}");
    }

    @Test
    void whatIsNotUnderstoodPermitsNothing() {
        for (String terms : new String[] {
            "{}",
            "{\"permission\":[{\"action\":\"read\"}]}",
            "{\"permission\":[{\"action\":\"use\",\"duty\":[{\"action\":\"pay\"}]}]}",
            "{\"permission\":[{\"action\":\"use\",\"constraint\":[{\"and\":[]}]}]}",
            "{\"permission\":[{\"action\":\"use\",\"constraint\":{\"leftOperand\":\"count\"}}]}",
            "{\"permission\":[{\"action\":\"use\",\"constraint\":[{\"leftOperand\":\"count\",\"operator\":\"lteq\",\"rightOperand\":\"9\",\"unit\":\"x\"}]}]}",
            "{\"permission\":[{\"action\":\"use\"}],\"prohibition\":[{\"action\":\"odrl:use\"}]}",
        }) {
            assertThat(PolicyJudge.against(Json.own(terms), USE)).as(terms).isNotEmpty();
        }
        assertThat(PolicyJudge.against(
                        Json.own("{\"permission\":[{\"action\":\"use\",\"duty\":[{\"action\":\"odrl:attribute\"}]}]}"),
                        USE))
                .isEmpty();
    }

    @Test
    void aPurposeIsPromisedUntilItIsUsed() {
        var promised = new PolicyJudge.Use("urn:peer", null, AT, 0, 1, 0, false);
        assertThat(PolicyJudge.against(
                        permitting(
                                "{\"leftOperand\":\"purpose\",\"operator\":\"eq\",\"rightOperand\":\"study\"},"
                                        + "{\"leftOperand\":\"dateTime\",\"operator\":\"gteq\",\"rightOperand\":\"2027-01-01\"}"),
                        promised))
                .isEmpty();
    }

    @Test
    void whatAHouseAsksIsUnderstoodAgain() {
        Conditions asked = new Conditions(
                "study",
                java.time.LocalDate.of(2026, 11, 1),
                java.time.LocalDate.of(2026, 11, 29),
                3,
                java.util.List.of("urn:peer"));
        var terms = permitting(asked.json().substring(1, asked.json().length() - 1));
        assertThat(PolicyJudge.against(terms, USE)).isEmpty();
        assertThat(Conditions.of(asked.json())).isEqualTo(asked);
        assertThat(Conditions.of("")).isEqualTo(Conditions.NONE);
        assertThat(PolicyJudge.ends(terms)).isEqualTo(Instant.parse("2026-11-29T23:59:59.999Z"));
        assertThat(PolicyJudge.against(terms, new PolicyJudge.Use("urn:x", "y", AT.plusSeconds(86_400), 3, 1, 0, true)))
                .hasSize(4);
    }
}
