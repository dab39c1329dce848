package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a holder multiplies for whom, however often it is asked. */
class PromisedPointsTest {

    private static final String NODE = "urn:foyer:node:one";
    private static final String PERIOD = "2026-Q4";

    @TempDir
    Path folder;

    private PromisedPoints promised;
    private OverlapRegister secrets;

    @BeforeEach
    void open() {
        Register register = Register.open("jdbc:sqlite:" + folder.resolve("register.db"), null, null);
        promised = new PromisedPoints(register, Clock.systemUTC());
        secrets = new OverlapRegister(register, Clock.systemUTC());
    }

    private static OverlapQuestion question(String house, String period) {
        return new OverlapQuestion(NODE + "/" + house, "holder", "reach", period);
    }

    private static byte[] digest(byte[] message) {
        return Pseudonyms.sha256().digest(message);
    }

    private String promise(String house, int set) throws OverlapRefused {
        return promised.promise(NODE, question(house, PERIOD), 5_000, digest(new byte[] {(byte) set}));
    }

    @Test
    void whatWasNotPromisedIsNotMultiplied() throws OverlapRefused {
        String set = promise("lear", 1);
        assertThat(promised.turn(NODE, set, PERIOD, 0, new byte[] {1}).points()).isEqualTo(5_000);
        assertThatThrownBy(() -> promised.turn(NODE, set, PERIOD, 0, new byte[] {2}))
                .hasMessage("overlap-commitment");
        assertThatThrownBy(() -> promised.turn(NODE, set, PERIOD, 1, new byte[] {1}))
                .hasMessage("overlap-message");
        assertThatThrownBy(() -> promised.turn(NODE, set, PERIOD, -1, new byte[] {1}))
                .hasMessage("overlap-message");
        assertThatThrownBy(() -> promised.turn("urn:foyer:node:two", set, PERIOD, 0, new byte[] {1}))
                .as("of another node")
                .hasMessage("overlap-message");
        assertThatThrownBy(() -> promised.turn(NODE, set, "2027-Q1", 0, new byte[] {1}))
                .as("of a period that is over")
                .hasMessage("overlap-message");
    }

    @Test
    void oneMessageIsMultipliedFiveTimesAndNoMore() throws OverlapRefused {
        String set = promise("lear", 1);
        for (int i = 0; i < PromisedPoints.TIMES_MAX; i++) {
            promised.turn(NODE, set, PERIOD, 0, new byte[] {1});
        }
        assertThatThrownBy(() -> promised.turn(NODE, set, PERIOD, 0, new byte[] {1}))
                .hasMessage("overlap-too-many");
    }

    @Test
    void aHouseHasThreeSetsInAPeriodAndTheSameOneIsNoOther() throws OverlapRefused {
        assertThat(promise("lear", 1)).isEqualTo(promise("lear", 1)).isNotEqualTo(promise("lear", 2));
        promise("lear", 3);
        assertThatThrownBy(() -> promise("lear", 4)).hasMessage("overlap-asked");
        promise("lear", 2);
        promise("otello", 4);
        assertThat(promised.promise(NODE, question("lear", "2027-Q1"), 5_000, digest(new byte[] {4})))
                .as("the next quarter begins anew")
                .hasSize(64);
    }

    @Test
    void aNodeHasSoManyHousesAndPointsInAPeriod() throws OverlapRefused {
        for (int i = 0; i < PromisedPoints.HOUSES_OF_NODE_MAX; i++) {
            promise("house-" + i, 1);
        }
        assertThatThrownBy(() -> promise("one-more", 1)).hasMessage("overlap-too-many");
        promise("house-7", 2);

        byte[] digests = new byte[SetRules.messages(SetRules.SET_MAX) * 32];
        for (int i = 0; i < 3; i++) {
            digests[0] = (byte) i;
            promised.promise("urn:foyer:node:two", question("large", PERIOD), SetRules.SET_MAX, digests);
        }
        promised.promise("urn:foyer:node:two", question("next", PERIOD), SetRules.SET_MAX, digests);
        assertThatThrownBy(() ->
                        promised.promise("urn:foyer:node:two", question("last", PERIOD), 5_000, digest(new byte[] {1})))
                .hasMessage("overlap-too-many");
    }

    @Test
    void aSetTooSmallForASketchAndAPromiseOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> promised.promise(NODE, question("lear", PERIOD), 4_095, new byte[32]))
                .hasMessage("overlap-sketch-small");
        assertThatThrownBy(() -> promised.promise(NODE, question("lear", PERIOD), 5_000, new byte[64]))
                .hasMessage("overlap-message");
        assertThatThrownBy(() -> promised.promise(NODE, question("lear", PERIOD), 5_000_001, new byte[157 * 32]))
                .hasMessage("overlap-set-large");
    }

    @Test
    void theKeyOfAPeriodIsForgottenInTheNext() {
        byte[] first = secrets.holderKey("2026-Q4");
        assertThat(secrets.holderKey("2026-Q4")).isEqualTo(first);
        byte[] second = secrets.holderKey("2027-Q1");
        assertThat(second).isNotEqualTo(first);
        assertThat(secrets.holderKey("2026-Q4")).as("made anew").isNotEqualTo(first);
        assertThat(secrets.holderKey("2027-Q1")).isEqualTo(second);
    }
}
