package org.foyer.hub.site.internal.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.site.internal.security.Refused;

/**
 * A list of people by e-mail or customer number, one in each line: typed, or an export in text form (CSV). Of a line with several
 * cells the one with an e-mail counts, else the first that is not empty.
 *
 * @param names each once, as written
 * @param lines for each name the line of the list where it stands first, from 1
 */
public record ListedPeople(List<String> names, List<Integer> lines) {

    /** Longest list in bytes. */
    public static final int BYTES_MAX = 8 << 20;

    private static final int NAME_CHARACTERS_MAX = 320;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String CELLS = "[;,\t|]";
    private static final int ZIP = 0x504B;

    /**
     * @throws Refused 422 {@code people-list-too-long}, {@code people-list-unreadable}, {@code people-list-empty}
     */
    public static ListedPeople of(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw tooLong();
        }
        if (bytes.length > 1 && ((bytes[0] << 8) + bytes[1]) == ZIP) {
            throw new Refused(422, "people-list-unreadable");
        }
        return of(text(bytes));
    }

    /** @throws Refused as for bytes */
    public static ListedPeople of(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refused(422, "people-list-unreadable");
        }
        Map<String, Integer> names = new LinkedHashMap<>();
        int line = 0;
        for (String row : (Iterable<String>) text.lines()::iterator) {
            line++;
            String name = name(row);
            boolean head = names.isEmpty() && name.chars().noneMatch(sign -> sign == '@' || Character.isDigit(sign));
            if (!name.isEmpty() && name.length() <= NAME_CHARACTERS_MAX && !head) {
                names.putIfAbsent(name, line);
            }
            if (names.size() > PersonRights.NAMED_MAX) {
                throw tooLong();
            }
        }
        if (names.isEmpty()) {
            throw new Refused(422, "people-list-empty");
        }
        return new ListedPeople(List.copyOf(names.keySet()), new ArrayList<>(names.values()));
    }

    /** How a list that is longer is refused. */
    public static Refused tooLong() {
        return new Refused(
                413,
                "people-list-too-long",
                Integer.toString(PersonRights.NAMED_MAX),
                Integer.toString(BYTES_MAX >> 20));
    }

    private static String name(String row) {
        String first = "";
        for (String cell : row.split(CELLS, -1)) {
            String text = cell.replace('"', ' ').replace('\uFEFF', ' ').strip();
            if (text.indexOf('@') > 0) {
                return text;
            }
            first = first.isEmpty() ? text : first;
        }
        return first;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }
}
