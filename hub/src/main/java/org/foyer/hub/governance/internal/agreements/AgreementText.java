package org.foyer.hub.governance.internal.agreements;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Clause;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.AgreementTerms.Party;
import org.foyer.hub.governance.Purpose.Text;

/**
 * The text that people sign: a title in the first line, then clauses, each with a heading after {@code ## } and one paragraph, parted
 * by empty lines. It is kept as it was made, so that a later template or a later way of writing dates changes no signed text.
 */
final class AgreementText {

    private static final String HEADING = "## ";

    private AgreementText() {}

    static String of(AgreementTemplate template, AgreementTerms terms, String language) {
        return template.title().in(language) + colon(language) + terms.title() + "\n"
                + clauses(template.clauses(), template, terms, language);
    }

    /** What joint controllers make known of their arrangement (GDPR art. 26, 2). */
    static String essence(AgreementTemplate template, AgreementTerms terms, String language) {
        return template.title().in(language) + colon(language) + terms.title() + "\n"
                + clauses(template.essence(), template, terms, language);
    }

    private static String clauses(
            List<Clause> clauses, AgreementTemplate template, AgreementTerms terms, String language) {
        Map<String, String> values = values(template, terms, language);
        return clauses.stream()
                .map(clause -> "\n" + HEADING + clause.title().in(language) + "\n\n"
                        + filled(clause.text().in(language), values) + "\n")
                .collect(Collectors.joining());
    }

    private static String colon(String language) {
        return "en".equals(language) ? ": " : "\u00a0: ";
    }

    private static Map<String, String> values(AgreementTemplate template, AgreementTerms terms, String language) {
        Function<List<Party>, String> names =
                parties -> joined(parties.stream().map(Party::name).toList(), language);
        Integer uses = terms.usesMax();
        return Map.of(
                "parties", names.apply(terms.parties()),
                "recipients", names.apply(terms.recipients()),
                "purpose", template.purposeTitle().in(language),
                "data",
                        joined(
                                terms.data().stream()
                                        .map(one -> one.name().in(language))
                                        .toList(),
                                language),
                "from", day(terms.from(), language),
                "until", day(terms.until(), language),
                "houses", Integer.toString(terms.housesMin()),
                "buyers", Integer.toString(terms.buyersMin()),
                "title", terms.title(),
                "uses",
                        uses == null
                                ? ""
                                : new Text("Au plus " + uses + " usages en tout.", "At most " + uses + " uses in all.")
                                        .in(language));
    }

    /** In one pass, so that a value that looks like a placeholder stays what it is. */
    private static String filled(String text, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            String value = values.get(text.substring(open + 1, close));
            if (value == null) {
                throw new IllegalStateException("no value for " + text.substring(open, close + 1));
            }
            out.append(text, from, open).append(value);
            from = close + 1;
        }
        return out.append(text.substring(from)).toString().replace("  ", " ");
    }

    private static String joined(List<String> texts, String language) {
        if (texts.size() < 2) {
            return String.join("", texts);
        }
        return String.join(", ", texts.subList(0, texts.size() - 1))
                + ("en".equals(language) ? " and " : " et ")
                + texts.get(texts.size() - 1);
    }

    private static String day(LocalDate day, String language) {
        boolean english = "en".equals(language);
        String written = DateTimeFormatter.ofPattern("d MMMM uuuu", english ? Locale.ENGLISH : Locale.FRENCH)
                .format(day);
        return english || day.getDayOfMonth() != 1 ? written : "1er" + written.substring(1);
    }
}
