package org.foyer.hub.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at, most urgent first.
 *
 * @param code stable, its sentence stands in the messages
 * @param performance what it is about, if it is about one
 */
public record Attention(String code, @Nullable Long performance, List<String> arguments) {}
