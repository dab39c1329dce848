package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** The menus from which a free question is composed, and what they send. */
final class StudyForm {

    private static final String NONE = "";

    private final Language language;
    private final StudyBank bank;
    private final Wish wish;

    StudyForm(Language language, StudyBank bank, Wish wish) {
        this.language = language;
        this.bank = bank;
        this.wish = wish;
    }

    /** What the menus sent. @param only a condition as dimension=code, or nothing */
    static Wish wish(
            @Nullable String measure, List<String> by, @Nullable String only, String season, @Nullable String price) {
        Map<String, String> where = new LinkedHashMap<>();
        int equals = only == null ? -1 : only.indexOf('=');
        if (only != null && equals > 0) {
            where.put(only.substring(0, equals), only.substring(equals + 1));
        }
        return new Wish(
                measure == null || measure.isBlank() ? "buyers" : measure,
                by.stream().filter(id -> !id.isBlank()).distinct().toList(),
                where,
                season,
                price == null || price.isBlank() ? "1/2" : price);
    }

    List<StudyView.Menu> menus(List<Season> seasons) {
        List<StudyView.Menu> menus = new ArrayList<>();
        menus.add(menu(
                "measure",
                "measure",
                "ask_measure",
                bank.measures().stream()
                        .map(one -> new StudyView.Choice(
                                one.id(),
                                one.name().in(language.code()),
                                one.id().equals(wish.measure())))
                        .toList()));
        menus.add(menu("by", "by-1", "ask_by", dimensions(0)));
        menus.add(menu("by", "by-2", "ask_and_by", dimensions(1)));
        menus.add(menu(
                "season",
                "season",
                "season",
                seasons.stream()
                        .map(one -> new StudyView.Choice(
                                one.label(),
                                language.formats().season(one),
                                one.label().equals(wish.season())))
                        .toList()));
        menus.add(menu(
                "price",
                "price",
                "ask_price",
                StudyGate.PRICES.stream().map(this::price).toList()));
        return menus;
    }

    private StudyView.Choice price(Epsilon price) {
        String value = price.toString();
        return new StudyView.Choice(
                value, language.say("ask_price_" + value.replace("/", "_"), value), value.equals(wish.epsilon()));
    }

    private StudyView.Menu menu(String name, String id, String title, List<StudyView.Choice> choices) {
        return new StudyView.Menu(name, id, language.say(title), choices);
    }

    private List<StudyView.Choice> dimensions(int place) {
        String chosen = wish.by().size() > place ? wish.by().get(place) : NONE;
        List<StudyView.Choice> choices = new ArrayList<>();
        choices.add(new StudyView.Choice(NONE, language.say("ask_by_nothing"), chosen.isEmpty()));
        bank.dimensions()
                .forEach(one -> choices.add(new StudyView.Choice(
                        one.id(), one.name().in(language.code()), one.id().equals(chosen))));
        return choices;
    }

    /** @param code tells a code of a dimension, given as dimension=code */
    List<StudyView.Group> conditions(UnaryOperator<String> code) {
        List<StudyView.Group> groups = new ArrayList<>();
        for (Dimension dimension : bank.dimensions()) {
            String chosen = wish.where().get(dimension.id());
            groups.add(new StudyView.Group(
                    dimension.name().in(language.code()),
                    dimension.codes().stream()
                            .map(one -> new StudyView.Choice(
                                    dimension.id() + "=" + one,
                                    code.apply(dimension.id() + "=" + one),
                                    one.equals(chosen)))
                            .toList()));
        }
        return groups;
    }
}
