package org.foyer.hub.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A register outside of this node in which people, works, places and organisations have an identifier: how one is written, by what it
 * checks itself, and where it answers.
 */
public enum ExternalIdKind {
    /** International Standard Name Identifier (ISO 27729): 16 characters, the last one checks the others. */
    ISNI(
            "[0-9]{15}[0-9X]",
            "https://isni.org/isni/{id}",
            value -> CheckDigits.mod112(value.substring(0, 15)) == value.charAt(15),
            "https?://(?:www\\.)?isni\\.org/(?:isni/)?"),
    /** Archival Resource Key, as {@code ark:/12148/cb11907966z}; those of the Bibliothèque nationale de France check themselves. */
    ARK(
            "ark:/[0-9]{5}(?:[0-9]{4})?/[0-9A-Za-z=~*+@_$.-]{1,100}",
            "https://n2t.net/{id}", ExternalIdKind::arkChecks, "https?://[^/]+/(?=ark:)"),
    /** Number of a record of the Bibliothèque nationale de France, {@code FRBNF} and eight digits. */
    FRBNF("FRBNF[0-9]{8}", "https://catalogue.bnf.fr/ark:/12148/{bnf}", value -> true),
    /** Item of Wikidata. */
    WIKIDATA(
            "Q[1-9][0-9]{0,11}",
            "http://www.wikidata.org/entity/{id}",
            value -> true,
            "https?://(?:www\\.|m\\.)?wikidata\\.org/(?:entity|wiki)/"),
    /** Cluster of the Virtual International Authority File; has no check character. */
    VIAF("[1-9][0-9]{0,21}", "https://viaf.org/viaf/{id}", value -> true, "https?://(?:www\\.)?viaf\\.org/viaf/"),
    /** Of MusicBrainz, with what it is: {@code artist/} and a UUID; a UUID alone has no address. */
    MUSICBRAINZ(
            "(?:(?:artist|work|place|event|recording|release|series)/)?" + Patterns.UUID,
            "https://musicbrainz.org/{id}",
            value -> true,
            "https?://(?:www\\.|beta\\.)?musicbrainz\\.org/"),
    /** Organisation in France, nine digits (Luhn). */
    SIREN(
            "[0-9]{9}",
            "https://annuaire-entreprises.data.gouv.fr/entreprise/{id}",
            value -> CheckDigits.luhn(value) % 10 == 0,
            "https?://annuaire-entreprises\\.data\\.gouv\\.fr/entreprise/"),
    /** Establishment of an organisation in France: its SIREN and five digits (Luhn; those of La Poste sum up to a multiple of five). */
    SIRET(
            "[0-9]{14}",
            "https://annuaire-entreprises.data.gouv.fr/etablissement/{id}",
            ExternalIdKind::siretChecks,
            "https?://annuaire-entreprises\\.data\\.gouv\\.fr/etablissement/"),
    /** Number of an event or a place of OpenAgenda; has no address without the agenda in which it stands. */
    OPENAGENDA("[1-9][0-9]{0,15}", null, value -> true),
    /** Of UiTdatabank, with what it is: {@code event/}, {@code place/} or {@code organizer/} and a UUID. */
    UITDATABANK(
            "(?:event|place|organizer)/" + Patterns.UUID,
            "https://io.uitdatabank.be/{id}",
            value -> true,
            "https?://(?:io|udb-silex|www)\\.uitdatabank\\.be/"),
    /** Of Artsdata, Canada: {@code K12-273}. */
    ARTSDATA(
            "K[0-9]{1,4}-[0-9]{1,9}",
            "http://kg.artsdata.ca/resource/{id}",
            value -> true,
            "https?://kg\\.artsdata\\.ca/resource/"),
    /** Of the graph of the Réunion des Opéras de France (Cap Data); no form is published, so that only what an address can hold is asked. */
    ROF(
            "[0-9A-Za-z_-]{1,64}",
            "https://capdataculture.fr/graph/identifier/{id}",
            value -> true,
            "https?://(?:www\\.)?capdataculture\\.fr/graph/identifier/");

    /** Organisation in France of which establishments are not told by Luhn: La Poste. */
    private static final String LA_POSTE = "356000000";

    private static final String BNF = "ark:/12148/";

    /** Characters of a text in which an identifier is looked for, at most. */
    static final int TEXT_MAX = 300;

    private static final class Patterns {
        static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    }

    private final Pattern form;
    private final @Nullable String address;
    private final Predicate<String> checks;
    private final List<Pattern> before;

    ExternalIdKind(String form, @Nullable String address, Predicate<String> checks, String... addresses) {
        this.form = Pattern.compile(form);
        this.address = address;
        this.checks = checks;
        this.before = List.of(addresses).stream()
                .map(text -> Pattern.compile("^" + text, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Its name in files, columns and stores. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name as it writes itself. */
    public String label() {
        return switch (this) {
            case WIKIDATA -> "Wikidata";
            case MUSICBRAINZ -> "MusicBrainz";
            case OPENAGENDA -> "OpenAgenda";
            case UITDATABANK -> "UiTdatabank";
            case ARTSDATA -> "Artsdata";
            default -> name();
        };
    }

    boolean hasForm(String value) {
        return form.matcher(value).matches();
    }

    boolean isChecked(String value) {
        return checks.test(value);
    }

    /** Where it answers; null when it has no address. */
    @Nullable
    String address(String value) {
        if (address == null || this == MUSICBRAINZ && value.indexOf('/') < 0) {
            return null;
        }
        if (this == FRBNF) {
            String name = "cb" + value.substring("FRBNF".length());
            return address.replace("{bnf}", name + CheckDigits.noid(name));
        }
        return this == ARK && value.startsWith(BNF) ? "https://data.bnf.fr/" + value : address.replace("{id}", value);
    }

    /** Whether a text is an address under which this register gives its identifiers. */
    boolean isAddress(String text) {
        return before.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** What is meant by a text as people copy it: without address, prefix, spaces and hyphens that only help the eye. */
    String tidied(String text) {
        String value = text.strip();
        for (Pattern pattern : before) {
            Matcher matcher = pattern.matcher(value);
            value = matcher.find() ? value.substring(matcher.end()).replaceFirst("[?#].*$", "") : value;
        }
        value = value.replaceFirst("/$", "");
        return switch (this) {
            case ISNI -> spaceless(value).toUpperCase(Locale.ROOT).replaceFirst("^ISNI:?", "");
            case SIREN, SIRET -> spaceless(value);
            case FRBNF -> spaceless(value).toUpperCase(Locale.ROOT).replaceFirst("^(?!FRBNF)(?=[0-9]{8}$)", "FRBNF");
            case WIKIDATA -> value.toUpperCase(Locale.ROOT).replaceFirst("^WD:", "");
            case VIAF -> value.toUpperCase(Locale.ROOT).replaceFirst("^VIAF:? ?", "");
            case MUSICBRAINZ, UITDATABANK -> value.toLowerCase(Locale.ROOT);
            case ARK -> value.replaceFirst("^(?i:ark):/?", "ark:/").replaceFirst("[?#].*$", "");
            case ARTSDATA -> value.toUpperCase(Locale.ROOT).replaceFirst("^ADR:", "");
            case OPENAGENDA, ROF -> value;
        };
    }

    private static String spaceless(String text) {
        return text.replaceAll("[\\s\\p{Z}.-]", "");
    }

    private static boolean arkChecks(String value) {
        if (!value.startsWith(BNF + "cb")) {
            return true;
        }
        String name = value.substring(BNF.length());
        return name.matches("cb[0-9]{8,9}[0-9a-z]")
                && CheckDigits.noid(name.substring(0, name.length() - 1)) == name.charAt(name.length() - 1);
    }

    private static boolean siretChecks(String value) {
        return CheckDigits.luhn(value) % 10 == 0 && CheckDigits.luhn(value.substring(0, 9)) % 10 == 0
                || value.startsWith(LA_POSTE) && CheckDigits.sum(value) % 5 == 0;
    }
}
