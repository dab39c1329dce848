package org.foyer.hub.site.internal.pooling;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;
import org.foyer.hub.site.internal.pages.Language;

/** Texts of agreements as they are read: what is signed, word for word, with who signed it; and the essence of joint controllers. */
public final class AgreementDocument {

    private static final String HEADING = "## ";

    private AgreementDocument() {}

    /**
     * The text that is signed, and the signatures.
     *
     * @param zone in which moments are told
     */
    public static Document of(Agreement agreement, Agreement.Version version, Language language, ZoneId zone) {
        List<Section> sections = new ArrayList<>(clauses(version.text(language.code())));
        sections.add(signatures(version, language, zone));
        return document(agreement, version, language, version.text(language.code()), sections);
    }

    /**
     * What joint controllers make known of their arrangement (GDPR art. 26, 2).
     *
     * @param text made of the template of the agreement
     * @param terms of each house by its short name: who answers there
     */
    public static Document essence(
            Agreement agreement,
            Agreement.Version version,
            String text,
            Function<String, Optional<Terms>> terms,
            Language language) {
        List<Section> sections = new ArrayList<>(clauses(text));
        List<Row> rows = version.terms().parties().stream()
                .map(party -> new Row(
                        party.name(),
                        List.of(
                                Cell.of(said(terms.apply(party.slug())
                                        .map(Terms::controller)
                                        .orElse(party.name()))),
                                Cell.of(said(terms.apply(party.slug())
                                        .map(Terms::contact)
                                        .orElse(null))))))
                .toList();
        String title = language.say("agr_contacts");
        sections.add(new Section(
                "contacts",
                title,
                List.of(language.say("agr_contacts_how")),
                List.of(new Table(
                        title,
                        List.of(
                                language.say("net_house"),
                                language.say("dp_form_controller"),
                                language.say("dp_form_contact")),
                        rows))));
        return document(agreement, version, language, text, sections);
    }

    private static String said(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank() ? "–" : text;
    }

    private static Document document(
            Agreement agreement, Agreement.Version version, Language language, String text, List<Section> sections) {
        return new Document(
                language.code(),
                text.lines().findFirst().orElse(agreement.title()),
                String.join(
                        ", ",
                        version.terms().parties().stream()
                                .map(one -> one.name())
                                .toList()),
                null,
                language.say(
                        "agr_lead",
                        Integer.toString(version.version()),
                        language.say("agr_state_" + version.state().key().replace('-', '_'))),
                List.copyOf(sections));
    }

    private static List<Section> clauses(String text) {
        List<Section> sections = new ArrayList<>();
        String[] parts = text.split("\n" + HEADING);
        for (int i = 1; i < parts.length; i++) {
            String[] clause = parts[i].split("\n", 2);
            sections.add(new Section("clause-" + i, clause[0], List.of(clause[1].strip()), List.of()));
        }
        return sections;
    }

    private static Section signatures(Agreement.Version version, Language language, ZoneId zone) {
        List<Row> rows = version.parties().stream()
                .map(party -> new Row(
                        party.name(),
                        List.of(
                                new Cell(List.of(standing(party, language, zone)), tone(party.standing())),
                                Cell.of(party.jws() == null ? "–" : shortened(party.jws())))))
                .toList();
        String title = language.say("agr_signatures");
        return new Section(
                "signatures",
                title,
                List.of(language.say("agr_hash", version.hash())),
                List.of(new Table(
                        title,
                        List.of(language.say("net_house"), language.say("agr_standing"), language.say("agr_signature")),
                        rows)));
    }

    /** Both ends of a signature are enough to tell it on paper. */
    private static String shortened(String jws) {
        return jws.length() < 40 ? jws : jws.substring(0, 12) + "…" + jws.substring(jws.length() - 24);
    }

    /** How a party stands, and since when. */
    public static String standing(Agreement.Party party, Language language, ZoneId zone) {
        java.time.Instant at = party.withdrawnAt() != null ? party.withdrawnAt() : party.signedAt();
        String told = language.say("agr_" + party.standing().key());
        return at == null ? told : told + ", " + language.formats().moment(at, zone);
    }

    /** The tone in which it is shown; null for what only waits. */
    public static @org.jspecify.annotations.Nullable String tone(Agreement.Standing standing) {
        return switch (standing) {
            case SIGNED -> "good";
            case WAITING -> null;
            case WITHDRAWN -> "warn";
            case BROKEN -> "bad";
        };
    }
}
