package org.foyer.hub.site.internal.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Wording;
import org.foyer.hub.site.internal.api.ConsentDesk.Saying;
import org.jspecify.annotations.Nullable;

/**
 * The form as it stands, refused values included.
 *
 * @param languages of the wording
 */
public record ConsentForm(
        List<Box> purposes,
        List<Box> channels,
        List<Box> ways,
        List<Box> languages,
        String wording,
        int wordingMax,
        String until) {

    /** What can be chosen. */
    public record Box(String id, String title, boolean chosen) {}

    /**
     * No purpose and channel chosen yet, with the wording that was used last.
     *
     * @param way chosen to begin with, or null for the first
     */
    static ConsentForm fresh(Language language, ConsentChoices choices, List<Wording> wordings, @Nullable String way) {
        Optional<Wording> last = wordings.stream().max(Comparator.comparing(Wording::since));
        return of(
                language,
                choices,
                new Saying(
                        null,
                        List.of(),
                        List.of(),
                        way,
                        last.map(Wording::text).orElse(""),
                        last.map(Wording::language).orElse(language.code()),
                        ""));
    }

    /** What was typed. */
    static ConsentForm of(Language language, ConsentChoices choices, Saying typed) {
        return new ConsentForm(
                boxes(choices.purposes(), language, typed.purposes()),
                boxes(choices.channels(), language, typed.channels()),
                boxes(choices.ways(), language, typed.way() == null ? List.of() : List.of(typed.way())),
                Language.ALL.stream()
                        .map(one -> new Box(
                                one.code(), one.say("language_name"), one.code().equals(typed.language())))
                        .toList(),
                typed.wording() == null ? "" : typed.wording(),
                Consents.WORDING_CHARACTERS_MAX,
                typed.until() == null ? "" : typed.until());
    }

    private static List<Box> boxes(
            List<ConsentChoices.Choice> choices, Language language, @Nullable List<String> chosen) {
        return choices.stream()
                .map(choice -> new Box(
                        choice.id(),
                        choice.title().in(language.code()),
                        chosen != null && chosen.contains(choice.id())))
                .toList();
    }
}
