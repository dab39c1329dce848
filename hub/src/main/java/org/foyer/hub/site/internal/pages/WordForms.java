package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.HouseWord;
import org.foyer.hub.intake.HouseWords;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.WordField;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Writes a house's words as a form, and reads what a person answers. */
final class WordForms {

    static final int WORDS_SHOWN = 50;

    private static final int SAID_MAX = 1_000;

    private WordForms() {}

    /** @param said how many words were changed a moment ago */
    static WordsView view(Language language, String base, HouseWords words, int said, List<Problem> problems) {
        Sentences sentences = Sentences.in(language.locale());
        List<WordsView.Word> shown = new ArrayList<>();
        for (HouseWord word : words.items()) {
            shown.add(word(language, word, shown.size()));
        }
        return new WordsView(
                base,
                told(language, words),
                said > 0 && said <= SAID_MAX ? language.count("words_said", said) : null,
                problems.stream()
                        .map(problem -> new WordsView.Problem(
                                sentences.sentence(problem.code(), problem.arguments()),
                                sentences.mend(problem.code(), problem.arguments())))
                        .toList(),
                words.total() > 0 && words.toClassify() == 0,
                shown,
                Long.toString(words.offset()),
                Pager.of(language, words.offset(), shown.size(), words.total(), WORDS_SHOWN, base + "/words?offset="));
    }

    private static String told(Language language, HouseWords words) {
        if (words.total() == 0) {
            return language.say("words_none");
        }
        if (words.toClassify() == 0) {
            return language.say("words_all_known");
        }
        double share = words.tickets() <= 0
                ? 0
                : Math.max(0, Math.min(1, (double) words.ticketsToClassify() / words.tickets()));
        return language.count(
                "words_to_classify", words.toClassify(), language.formats().percent(share));
    }

    private static WordsView.Word word(Language language, HouseWord word, int number) {
        String kind = word.kind() == null ? "" : word.kind();
        List<ImportView.Option> options = new ArrayList<>();
        options.add(new ImportView.Option("", language.say("kind_later"), kind.isEmpty()));
        for (String known : WordField.byKey(word.field()).orElseThrow().kinds()) {
            options.add(new ImportView.Option(known, Labels.kind(language, known), known.equals(kind)));
        }
        return new WordsView.Word(
                Integer.toString(number),
                // a browser writes line ends and blanks of its own into what is sent back
                word.field() + ":" + URLEncoder.encode(word.label(), StandardCharsets.UTF_8),
                kind,
                ImportSteps.field(language, word.field()),
                word.label(),
                language.formats().number(word.tickets()),
                language.count("sold", word.tickets()),
                options);
    }

    /** What the person changed; a word left as it was shown is not said. */
    static List<SaidWord> said(MultivaluedMap<String, String> form) {
        List<SaidWord> said = new ArrayList<>();
        for (int i = 0; i < WORDS_SHOWN; i++) {
            String kind = form.getFirst("kind-" + i);
            if (kind != null && !kind.equals(form.getFirst("was-" + i))) {
                said.add(word(form.getFirst("word-" + i), kind.isEmpty() ? null : kind));
            }
        }
        return said;
    }

    private static SaidWord word(@Nullable String sent, @Nullable String kind) {
        try {
            String[] parts = String.valueOf(sent).split(":", 2);
            return new SaidWord(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8), kind);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException foreign) {
            throw new Refused(400, "request-unreadable");
        }
    }

    static int offset(MultivaluedMap<String, String> form) {
        String offset = form.getFirst("offset");
        return offset != null && offset.matches("\\d{1,7}") ? Integer.parseInt(offset) : 0;
    }
}
