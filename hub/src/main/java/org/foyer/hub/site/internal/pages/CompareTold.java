package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Figures beside those of peers, in words and on a line. */
record CompareTold(Language language, Figures figures) {

    CompareView.Line line(House house, Comparison.Line line, String base) {
        String currency = house.currency().getCurrencyCode();
        Double own = line.own();
        String told = own == null
                ? language.say("not_measured")
                : Values.text(language, line.indicator(), line.unit(), own, currency);
        String name = figures.dictionary().stream()
                .filter(indicator -> indicator.id().equals(line.indicator()))
                .findFirst()
                .map(indicator -> indicator.name().in(language.code()))
                .orElse(line.indicator());
        CompareView.Strip strip = line.withheld() == null ? StripScale.of(language, line, currency) : null;
        return new CompareView.Line(
                line.indicator(),
                name,
                told,
                says(language, line, strip),
                strip,
                base + "/dictionary#" + line.indicator(),
                FollowedTold.says(language, line.version(), line.definition()));
    }

    /** Figures in words. @param follows of all of them, null where they differ in this */
    record Lines(List<CompareView.Line> all, @Nullable String follows) {

        /** By which version they are told is said once where it is the same of all. */
        static Lines of(Language language, List<CompareView.Line> all) {
            List<@Nullable String> versions =
                    all.stream().map(CompareView.Line::follows).distinct().toList();
            return versions.size() == 1
                    ? new Lines(
                            all.stream().map(CompareView.Line::saidOfAll).toList(),
                            language.say("followed_by_all", versions.get(0)))
                    : new Lines(all, null);
        }

        List<CompareView.Line> drawn() {
            return all.stream().filter(line -> line.strip() != null).toList();
        }

        List<CompareView.Line> withheld() {
            return all.stream().filter(line -> line.strip() == null).toList();
        }
    }

    Lines lines(House house, List<Comparison.Line> told, String base) {
        return Lines.of(
                language, told.stream().map(line -> line(house, line, base)).toList());
    }

    static String says(Language language, Comparison.Line line, CompareView.@Nullable Strip strip) {
        if (strip == null) {
            String code = line.withheld() == null ? "withheld" : line.withheld();
            Sentences sentences = Sentences.in(language.locale());
            String told = sentences.knows(code) ? sentences.sentence(code, List.of()) : language.say("withheld");
            return language.sayOr(told, "withheld_" + Labels.underscored(code));
        }
        String position = line.own() == null || line.position() == null ? "unknown" : line.position();
        return language.say(
                "position_" + position,
                language.formats().number(line.peers()),
                strip.medianText(),
                strip.lowText(),
                strip.highText());
    }
}
