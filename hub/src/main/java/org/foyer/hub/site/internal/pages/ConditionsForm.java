package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.model.Vocabularies;

/**
 * What a show must offer, as fields of the search form.
 *
 * @param open whether any of it is asked, so that it stands open
 * @param towns names to choose from while one types, the towns of the shows found before the largest
 * @param orders what comes first
 */
public record ConditionsForm(
        boolean open,
        String age,
        String price,
        String near,
        String within,
        List<String> towns,
        List<Frame.Choice> languages,
        List<Frame.Choice> surtitles,
        List<Frame.Choice> attendances,
        List<Frame.Choice> needs,
        List<Frame.Choice> audiences,
        List<Frame.Choice> orders,
        boolean seats,
        boolean unsaid) {

    private static final int TOWNS = 40;

    /** Languages of stages that are offered even when no show found is played in them. */
    private static final List<String> LANGUAGES = List.of("fr", "en", "nl", "de", "es", "it");

    static ConditionsForm of(
            Language language, SearchQuestion question, SearchAnswer answer, Places places, String near) {
        SearchConditions asked = question.conditions();
        return new ConditionsForm(
                !asked.isNone() || asked.silentToo() || !near.isEmpty(),
                asked.age() == null ? "" : asked.age().toString(),
                asked.price() == null ? "" : asked.price().toPlainString(),
                asked.nearName().isEmpty() ? near : asked.nearName(),
                Integer.toString(asked.kilometres()),
                towns(answer, places, asked.near() == null ? near : ""),
                tongues(language, asked.language(), answer),
                tongues(language, asked.surtitles(), answer),
                Stream.of("", "on-site", "online")
                        .map(code -> choice(
                                language,
                                code,
                                "search_attendance_" + code.replace('-', '_'),
                                code.equals(SearchLinks.attendance(asked))))
                        .toList(),
                Arrays.stream(Need.values())
                        .map(need -> choice(
                                language,
                                need.name().toLowerCase(Locale.ROOT),
                                "search_need_" + need.name().toLowerCase(Locale.ROOT),
                                asked.accessibility().contains(need)))
                        .toList(),
                audiences(language, asked.audience()),
                Arrays.stream(SearchQuestion.Order.values())
                        .map(order -> choice(
                                language,
                                order == SearchQuestion.Order.FITNESS
                                        ? ""
                                        : order.name().toLowerCase(Locale.ROOT),
                                "search_order_" + order.name().toLowerCase(Locale.ROOT),
                                order == question.order()))
                        .toList(),
                asked.seats(),
                asked.silentToo());
    }

    private static Frame.Choice choice(Language language, String value, String key, boolean chosen) {
        String name = key.endsWith("_") ? key + "any" : key;
        return new Frame.Choice(value, language.say(name), language.code(), chosen);
    }

    private static List<Frame.Choice> tongues(Language language, String asked, SearchAnswer answer) {
        Set<String> codes = new LinkedHashSet<>(LANGUAGES);
        answer.facets().languages().forEach(count -> codes.add(count.value()));
        if (!asked.isEmpty()) {
            codes.add(asked);
        }
        List<Frame.Choice> choices = new ArrayList<>();
        choices.add(new Frame.Choice("", language.say("search_any"), language.code(), asked.isEmpty()));
        codes.forEach(code -> choices.add(
                new Frame.Choice(code, SearchLinks.tongue(language, code), language.code(), code.equals(asked))));
        return choices;
    }

    private static List<Frame.Choice> audiences(Language language, String asked) {
        List<Frame.Choice> choices = new ArrayList<>();
        choices.add(new Frame.Choice("", language.say("search_any"), language.code(), asked.isEmpty()));
        Vocabularies.of("audiences")
                .concepts()
                .forEach(audience -> choices.add(new Frame.Choice(
                        audience.code(),
                        audience.label(language.code()),
                        language.code(),
                        audience.code().equals(asked))));
        return choices;
    }

    /** What begins as somebody typed comes first, should no town have that name. */
    private static List<String> towns(SearchAnswer answer, Places places, String typed) {
        return Stream.of(
                        places.beginning(typed).stream().map(Places.Town::label),
                        answer.facets().towns().stream().map(SearchAnswer.Count::label),
                        places.largest(TOWNS).stream().map(Places.Town::name))
                .flatMap(names -> names)
                .distinct()
                .limit(TOWNS)
                .collect(Collectors.toList());
    }
}
