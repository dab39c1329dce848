package org.foyer.hub.governance.internal.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.AgreementTerms.Party;
import org.foyer.hub.governance.Agreements.Use;
import org.foyer.hub.governance.Agreements.Verdict;
import org.foyer.hub.governance.Purpose.Text;
import org.junit.jupiter.api.Test;

/** Policies that somebody bent: what is not understood permits nothing and still forbids. */
class PolicyDeciderTest {

    private static final String BASE = "https://foyer.example";
    private static final AgreementTemplate COMPARISON = AgreementFile.shipped().get(0);
    private static final List<Party> PARTIES = List.of(new Party("a", "A"), new Party("b", "B"));
    private static final AgreementTerms TERMS = new AgreementTerms(
            "comparison",
            "T",
            BASE,
            PARTIES,
            PARTIES,
            List.of(new Data("occupancy", new Text("taux", "rate"))),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            6,
            5,
            3);
    private static final String POLICY = PolicyWriter.of(COMPARISON, TERMS, "urn:uuid:1");

    private static Use use(String action, LocalDate day, long used) {
        return new Use(
                action, "occupancy", BASE + "/id/house/a", BASE + "/id/house/b", "comparison", day, 6, 5, used);
    }

    private static final Use GOOD = use("compare", LocalDate.of(2026, 6, 1), 2);

    private static List<String> codes(Verdict verdict) {
        assertThat(verdict.permitted()).isEqualTo(verdict.reasons().isEmpty());
        return verdict.reasons().stream().map(fault -> fault.code()).toList();
    }

    @Test
    void thePolicyLetsThroughWhatItsTermsSay() {
        assertThat(codes(PolicyDecider.decide(POLICY, GOOD))).isEmpty();
        assertThat(codes(PolicyDecider.decide(POLICY, use("compare", LocalDate.of(2025, 12, 31), 0))))
                .containsExactly("use-early");
        assertThat(codes(PolicyDecider.decide(POLICY, use("compare", LocalDate.of(2027, 1, 1), 3))))
                .containsExactly("use-late", "use-count");
        assertThat(codes(PolicyDecider.decide(POLICY, use("identify", LocalDate.of(2026, 6, 1), 0))))
                .containsExactly("use-forbidden");
        assertThat(PolicyWriter.of(COMPARISON, TERMS, "urn:uuid:1")).isEqualTo(POLICY);
    }

    @Test
    void aPartThatIsNotUnderstoodPermitsNothing() {
        for (String[] bent : List.of(
                new String[] {"\"leftOperand\":\"purpose\"", "\"leftOperand\":\"spatial\""},
                new String[] {"\"operator\":\"lteq\"", "\"operator\":\"neq\""},
                new String[] {"\"action\":\"foyer:compare\",", "\"action\":\"foyer:compare\",\"refinement\":[],"},
                new String[] {"\"@value\":\"6\"", "\"@value\":\"six\""},
                new String[] {"\"@value\":\"2026-12-31\"", "\"@value\":\"never\""},
                new String[] {"\"@value\":\"3\"", "\"@value\":\"-1\""},
                new String[] {"\"leftOperand\":\"purpose\",", "\"leftOperand\":\"purpose\",\"unit\":\"x\","})) {
            assertThat(POLICY).contains(bent[0]);
            assertThat(PolicyDecider.decide(POLICY.replace(bent[0], bent[1]), GOOD).permitted())
                    .as(bent[1])
                    .isFalse();
        }
    }

    @Test
    void aPolicyOfAnotherKindOrProfileIsNotRead() {
        for (String other : List.of(
                POLICY.replace("\"@type\":\"Agreement\"", "\"@type\":\"Offer\""),
                POLICY.replace("\"conflict\":\"prohibit\"", "\"conflict\":\"perm\""),
                POLICY.replace("\"profile\":\"https://foyer.example/policy-profile\"", "\"profile\":\"https://evil.example/p\""),
                POLICY.replace("https://foyer.example/policy-profile#", "https://evil.example/policy-profile#"),
                POLICY.replace("\"profile\"", "\"inheritFrom\":\"urn:x\",\"profile\""),
                "[]",
                "{}",
                "null",
                "",
                "{")) {
            assertThat(codes(PolicyDecider.decide(other, GOOD))).as(other).containsExactly("policy-unreadable");
        }
    }

    @Test
    void withoutPermissionsEverythingIsForbidden() {
        String none = POLICY.replaceFirst("\"permission\":\\[.*\\],\"profile\"", "\"permission\":[],\"profile\"");
        assertThat(none).isNotEqualTo(POLICY);
        assertThat(codes(PolicyDecider.decide(none, GOOD))).containsExactly("use-not-permitted");
    }
}
