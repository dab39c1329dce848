package org.foyer.hub.insight;

import java.util.List;

/**
 * What is wrong with a file to forecast from. The sentence stands in the catalogue under the code.
 *
 * @param line of the file, the header being 1; 0 for the whole file
 * @param column from 1 on; 0 for the whole line
 */
public record ForecastProblem(long line, int column, String code, List<String> arguments) {}
