package org.foyer.hub.linking.internal.block;

import java.util.List;

/**
 * How rows come into blocks, whatever their number.
 *
 * @param lines the passes, as parts of a key
 * @param caps the most rows that a block of each pass may have
 */
public record BlockRule(List<String> lines, List<Integer> caps) {

    public BlockRule {
        lines = List.copyOf(lines);
        caps = List.copyOf(caps);
    }
}
