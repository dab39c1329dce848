package org.foyer.hub.intake.internal.pull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the lists of one tool are asked for; data, not code.
 *
 * @param mark written at the head of the file, by which a source recognises it; null for none
 * @param lists in the order in which they are asked and written
 */
record PullRecipe(@Nullable String mark, Auth auth, int perMinute, List<Asked> lists) {

    /** How the other side learns who asks. The secret is never part of an address. */
    record Auth(Kind kind, String header, String prefix) {
        enum Kind {
            NONE,
            BEARER,
            /** The secret is a name and a password with a colon between. */
            BASIC,
            HEADER
        }
    }

    /** How a list goes on. */
    record Paging(Kind kind, String parameter, int first, int size, String sizeParameter, String at) {
        enum Kind {
            NONE,
            /** A parameter counts pages. */
            PAGE,
            /** A parameter counts records. */
            OFFSET,
            /** Each page names the word that asks for the next one. */
            CURSOR,
            /** Each page holds the address of the next one. */
            NEXT,
            /** The same in the header Link (RFC 8288). */
            LINK
        }

        static final Paging NONE = new Paging(Kind.NONE, "", 0, 0, "", "");
    }

    /**
     * One list.
     *
     * @param name under which it stands in the file
     * @param of list of whose records each is asked for it; null for none
     * @param path below the address of the source; {@code {name}} is a member of the record of {@code of}
     * @param query further parameters
     * @param at where the list stands in an answer, names joined by dots; empty when the answer is the list
     * @param whole whether the answer as it is, is one record
     * @param since parameter that asks for what changed since a moment; empty for none
     * @param when member of the record of {@code of} → what it must be for it to be asked
     * @param once member of the record of {@code of}: of several with the same only the first is asked
     * @param put member that each record is given → member of the record of {@code of}
     */
    record Asked(
            String name,
            @Nullable String of,
            String path,
            Map<String, String> query,
            String at,
            boolean whole,
            String since,
            Paging paging,
            Map<String, String> when,
            String once,
            Map<String, String> put) {}
}
