package org.foyer.hub.insight;

import java.util.List;

/**
 * Why a definition or its name cannot be taken.
 *
 * @param field key of the condition, or {@code name}
 * @param code stable, with a sentence in both languages
 */
public record SegmentFault(String field, String code, List<String> arguments) {}
