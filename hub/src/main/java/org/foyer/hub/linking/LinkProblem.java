package org.foyer.hub.linking;

import java.util.List;

/**
 * Why a table could not be linked, or what a person should know of it. The sentence stands in the catalogue under the code.
 *
 * @param file name of the file it was found in
 * @param line physical line from 1; 0 when the whole file is meant
 * @param column character in the line from 1; 0 when the whole line is meant
 * @param arguments what the sentence needs, in the order of its placeholders
 * @param stops whether nothing was written because of it
 */
public record LinkProblem(String code, String file, int line, int column, List<String> arguments, boolean stops) {

    public LinkProblem {
        arguments = List.copyOf(arguments);
    }

    public static LinkProblem stops(String code, String file, int line, int column, String... arguments) {
        return new LinkProblem(code, file, line, column, List.of(arguments), true);
    }

    public static LinkProblem tells(String code, String file, String... arguments) {
        return new LinkProblem(code, file, 0, 0, List.of(arguments), false);
    }
}
