package org.foyer.hub.insight;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be fitted to which file.
 *
 * @param file one row a customer with {@code x, t_x, T} ({@code n} for BG/BB), or one row a visit with customer and date
 * @param ahead time for which visits are expected, in the unit of the file: weeks when the file has dates, seasons for BG/BB
 * @param scores where each customer's expected visits are written, those of whom most is expected first; null for nowhere
 */
public record CustomerOrder(
        CustomerModelKind kind,
        Path file,
        @Nullable Double ahead,
        @Nullable Path scores) {}
