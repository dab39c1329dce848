package org.foyer.hub.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers in one cell of a file or one field of a form: separated by semicolons, bars or lines, each as the address of its page, with
 * the name of its register before it ({@code isni: 0000 0001 2146 438X}), or bare where its form leaves no doubt.
 */
public final class ExternalIdCell {

    /** Identifiers of one cell that count. */
    public static final int MOST = 20;

    /** Between the identifiers of one cell. */
    public static final String BETWEEN = "; ";

    /** What stands after the name of a register to say that there is none. */
    public static final String NONE = "-";

    private static final Pattern SEPARATOR = Pattern.compile("[;|\\n\\r]+");

    private static final Map<String, ExternalIdKind> NAMES =
            Arrays.stream(ExternalIdKind.values()).collect(Collectors.toMap(kind -> kind.word(), kind -> kind));

    private static final Map<String, ExternalIdKind> OTHER_NAMES = Map.of(
            "wd", ExternalIdKind.WIKIDATA,
            "mbid", ExternalIdKind.MUSICBRAINZ,
            "oa", ExternalIdKind.OPENAGENDA,
            "udb", ExternalIdKind.UITDATABANK,
            "bnf", ExternalIdKind.ARK);

    private static final Pattern NAMED = Pattern.compile("([A-Za-z]{2,11})[\\s\\p{Z}]*[:=][\\s\\p{Z}]*(?!//)(.+)", Pattern.DOTALL);

    private static final Map<Pattern, ExternalIdKind> BARE = Map.of(
            Pattern.compile("(?:\\d[ -]?){15}[\\dXx]"), ExternalIdKind.ISNI,
            Pattern.compile("ark:/.+", Pattern.CASE_INSENSITIVE), ExternalIdKind.ARK,
            Pattern.compile("FRBNF ?\\d+", Pattern.CASE_INSENSITIVE), ExternalIdKind.FRBNF,
            Pattern.compile("[Qq][1-9]\\d*"), ExternalIdKind.WIKIDATA,
            Pattern.compile("[Kk]\\d+-\\d+"), ExternalIdKind.ARTSDATA,
            Pattern.compile("(?:\\d ?){13}\\d"), ExternalIdKind.SIRET);

    private ExternalIdCell() {}

    /**
     * One identifier of a cell.
     *
     * @param kind null where nothing says of which register it is
     * @param text as it stands, without the name of the register
     * @param id null where it is none of its register
     */
    public record Said(
            @Nullable ExternalIdKind kind,
            String text,
            @Nullable ExternalId id) {}

    /** @param hint the register of what says nothing else, null when none is known */
    public static List<Said> read(@Nullable ExternalIdKind hint, String cell) {
        List<Said> all = new ArrayList<>();
        for (String part : SEPARATOR.split(cell)) {
            if (!part.isBlank() && all.size() < MOST) {
                all.add(one(hint, part.strip()));
            }
        }
        return all;
    }

    private static Said one(@Nullable ExternalIdKind hint, String text) {
        Optional<ExternalIdKind> byAddress = byAddress(text);
        if (byAddress.isPresent()) {
            return said(byAddress.get(), text);
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches() && !text.toLowerCase(Locale.ROOT).startsWith("ark:/")) {
            Optional<ExternalIdKind> kind = kindOf(named.group(1));
            if (kind.isPresent()) {
                return said(kind.get(), named.group(2).strip());
            }
        }
        ExternalIdKind bare = BARE.entrySet().stream()
                .filter(form -> form.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (hint != null) {
            // an ARK in a column of another register is an ARK; digits are what the column says
            return said(bare == ExternalIdKind.ARK || bare == ExternalIdKind.WIKIDATA ? bare : hint, text);
        }
        return bare == null ? new Said(null, text, null) : said(bare, text);
    }

    private static Said said(ExternalIdKind kind, String text) {
        return new Said(kind, text, ExternalId.read(kind, text).id());
    }

    private static Optional<ExternalIdKind> byAddress(String text) {
        return text.length() > ExternalIdKind.TEXT_MAX
                ? Optional.empty()
                : Arrays.stream(ExternalIdKind.values())
                        .filter(kind -> kind.isAddress(text))
                        .findFirst();
    }

    /** The register of a name as files write it, in any case. */
    public static Optional<ExternalIdKind> kindOf(String name) {
        String word = name.toLowerCase(Locale.ROOT).strip();
        return Optional.ofNullable(NAMES.getOrDefault(word, OTHER_NAMES.get(word)));
    }

    /** Whether a text says of itself that it is an identifier of a register; most addresses that programmes give are not. */
    public static boolean isTelling(String text) {
        Said said = one(null, text.strip());
        return said.kind() != null;
    }

    /** How an identifier is written into a cell, so that it is read as the same. */
    public static String told(ExternalId id) {
        return id.kind().word() + ": " + id.value();
    }

    /** The same of several. */
    public static String told(List<ExternalId> ids) {
        return ids.stream().map(ExternalIdCell::told).collect(Collectors.joining(BETWEEN));
    }
}
