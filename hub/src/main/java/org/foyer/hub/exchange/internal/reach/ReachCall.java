package org.foyer.hub.exchange.internal.reach;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.ReachNetwork;

/**
 * What every step but {@code points} begins with: seven lines, then what belongs to the step.
 *
 * @param house short name of the house at the node that sends
 * @param agreement identifier of the version by which the house is counted, with the houses of the same one alone
 * @param simulated whether the house was made up: such are never counted with real ones
 */
record ReachCall(
        ReachNetwork network, String house, String period, String agreement, boolean simulated, byte[] content) {

    private static final int HEAD_BYTES_MAX = 2_000;
    private static final int HOUSE_CHARACTERS_MAX = 150;
    private static final int AGREEMENT_CHARACTERS_MAX = 400;
    private static final int LINES = 7;
    private static final String SIMULATED = "simulated";
    private static final String REAL = "real";

    String purpose() {
        return network.purpose(simulated, agreement);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = String.join(
                "\n",
                network.first(),
                network.second(),
                network.pool(),
                house,
                period,
                agreement,
                simulated ? SIMULATED : REAL);
        bytes.writeBytes((head + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    ReachCall with(byte[] other) {
        return new ReachCall(network, house, period, agreement, simulated, other);
    }

    static ReachCall read(byte[] bytes) {
        int end = 0;
        for (int lines = 0; lines < LINES; end++) {
            if (end >= Math.min(bytes.length, HEAD_BYTES_MAX)) {
                throw new OverlapStopped("overlap-message");
            }
            lines += bytes[end] == '\n' ? 1 : 0;
        }
        String[] lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        ReachNetwork network = new ReachNetwork(lines[0], lines[1], lines[2]);
        String house = lines[3];
        boolean wrong = network.wrong() != null
                || house.isBlank()
                || house.length() > HOUSE_CHARACTERS_MAX
                || house.chars().anyMatch(Character::isISOControl)
                || lines[5].isBlank()
                || lines[5].length() > AGREEMENT_CHARACTERS_MAX
                || !lines[6].equals(SIMULATED) && !lines[6].equals(REAL);
        if (wrong) {
            throw new OverlapStopped("overlap-message");
        }
        return new ReachCall(
                network,
                house,
                lines[4],
                lines[5],
                lines[6].equals(SIMULATED),
                Arrays.copyOfRange(bytes, end, bytes.length));
    }
}
