package org.foyer.hub.exchange.internal.overlap;

import java.nio.charset.StandardCharsets;
import org.foyer.hub.exchange.OverlapStopped;

/**
 * The first message of a question: four lines.
 *
 * @param from short name of the house that asks
 * @param to short name of the house that is asked
 * @param simulated whether the house that asks was made up: such are never counted with real ones
 */
record Opening(String from, String to, String period, boolean simulated) {

    private static final int BYTES_MAX = 1_000;
    private static final int LINES = 4;
    private static final String SIMULATED = "simulated";
    private static final String REAL = "real";

    byte[] bytes() {
        return String.join("\n", from, to, period, simulated ? SIMULATED : REAL).getBytes(StandardCharsets.UTF_8);
    }

    static Opening read(byte[] bytes) {
        String[] lines =
                new String(bytes, 0, Math.min(bytes.length, BYTES_MAX), StandardCharsets.UTF_8).split("\n", -1);
        if (bytes.length > BYTES_MAX
                || lines.length != LINES
                || !lines[3].equals(SIMULATED) && !lines[3].equals(REAL)) {
            throw new OverlapStopped("overlap-message");
        }
        return new Opening(lines[0], lines[1], lines[2], lines[3].equals(SIMULATED));
    }
}
