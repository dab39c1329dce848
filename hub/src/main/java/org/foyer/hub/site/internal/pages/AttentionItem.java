package org.foyer.hub.site.internal.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.site.internal.server.Sentences;

/** Something to look at, as a sentence with the place to go. */
public record AttentionItem(String sentence, String mend, String href, String action) {

    static AttentionItem of(Language language, Attention attention, String base) {
        List<String> told = attention.arguments().stream()
                .map(argument -> told(language, argument))
                .toList();
        Sentences sentences = Sentences.in(language.locale());
        String code = attention.code();
        boolean show = attention.performance() != null;
        String place = show ? "/performances/" + attention.performance() : place(code);
        return new AttentionItem(
                sentences.sentence(code, told),
                sentences.mend(code, told),
                base + place,
                language.say(show ? "attention_see_performance" : action(code)));
    }

    private static String place(String code) {
        return switch (code) {
            case "attention-quarantine" -> "/runs";
            case "attention-words-to-classify" -> "/words";
            case "attention-capacity-missing" -> "/performances";
            case "attention-scans-missing" -> "/figures#no-show";
            default -> "/import";
        };
    }

    private static String action(String code) {
        return switch (code) {
            case "attention-quarantine" -> "attention_see_runs";
            case "attention-words-to-classify" -> "attention_see_words";
            case "attention-capacity-missing" -> "attention_see_performances";
            case "attention-scans-missing" -> "attention_see_figure";
            default -> "attention_import";
        };
    }

    /** Days and numbers come in ISO form; everything else is told as it is. */
    static String told(Language language, String argument) {
        if (argument.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return language.formats().shortDay(LocalDate.parse(argument));
            } catch (DateTimeException e) {
                return argument;
            }
        }
        return argument.matches("-?\\d{1,15}") ? language.formats().number(Long.parseLong(argument)) : argument;
    }
}
