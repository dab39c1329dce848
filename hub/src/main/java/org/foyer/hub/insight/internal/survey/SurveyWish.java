package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.insight.Surveys.Wish;
import org.foyer.hub.model.ShortName;
import org.jspecify.annotations.Nullable;

/** Checks what is to be asked, and fills in what was left out. */
final class SurveyWish {

    private static final int SLUG_CHARACTERS_MAX = 60;
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    private SurveyWish() {}

    /** The wish with its titles, its name in addresses and its first day. @param today in the zone of the house */
    static Wish filled(Wish wish, LocalDate today) {
        String french = text(wish.titleFr());
        String english = text(wish.titleEn());
        String title = french.isEmpty() ? english : french;
        String slug = text(wish.slug());
        return new Wish(
                slug.isEmpty() ? ShortName.cut(ShortName.of(title), SLUG_CHARACTERS_MAX) : slug,
                title,
                english.isEmpty() ? french : english,
                wish.optional().stream().distinct().toList(),
                wish.opens() == null ? today : wish.opens(),
                wish.closes());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** All that is wrong with a filled wish. */
    static List<Fault> faults(Wish wish, SurveyBank bank, Set<String> taken) {
        List<Fault> faults = new ArrayList<>();
        String french = text(wish.titleFr());
        String english = text(wish.titleEn());
        if (french.isEmpty()
                || Math.max(french.length(), english.length()) > Surveys.TITLE_CHARACTERS_MAX
                || (french + english).chars().anyMatch(Character::isISOControl)) {
            faults.add(fault("title", "survey-title", Integer.toString(Surveys.TITLE_CHARACTERS_MAX)));
        }
        String slug = text(wish.slug());
        if (!slug.matches(SLUG) || slug.length() > SLUG_CHARACTERS_MAX) {
            faults.add(fault("slug", "survey-slug", Integer.toString(SLUG_CHARACTERS_MAX)));
        } else if (taken.contains(slug)) {
            faults.add(fault("slug", "survey-slug-taken", slug));
        }
        Set<String> known = bank.optional().stream().map(Question::id).collect(Collectors.toSet());
        if (!known.containsAll(wish.optional())) {
            faults.add(fault(
                    "optional",
                    "survey-optional",
                    String.join(", ", known.stream().sorted().toList())));
        }
        if (wish.opens() != null && wish.closes() != null && wish.closes().isBefore(wish.opens())) {
            faults.add(fault("closes", "survey-days"));
        }
        if (taken.size() >= Surveys.SURVEYS_MAX) {
            faults.add(fault("slug", "surveys-too-many", Integer.toString(Surveys.SURVEYS_MAX)));
        }
        return faults;
    }

    private static Fault fault(String field, String code, String... arguments) {
        return new Fault(0, field, code, List.of(arguments));
    }
}
