package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.model.Season;

/** The seasons one may look at. */
public record SeasonChoice(String current, String currentText, List<Option> options) {

    /** One season. */
    public record Option(String value, String text, boolean current) {}

    static SeasonChoice of(Language language, List<Season> seasons, Season chosen) {
        List<Season> all = seasons.contains(chosen)
                ? seasons
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(chosen), seasons.stream())
                        .toList();
        return new SeasonChoice(
                chosen.label(),
                language.formats().season(chosen),
                all.stream()
                        .map(season ->
                                new Option(season.label(), language.formats().season(season), season.equals(chosen)))
                        .toList());
    }
}
