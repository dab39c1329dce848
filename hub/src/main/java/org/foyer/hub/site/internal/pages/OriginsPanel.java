package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.foyer.hub.insight.AudienceSheet.Area;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.model.FrenchCommunes;
import org.foyer.hub.model.FrenchCommunes.Commune;
import org.foyer.hub.site.internal.pages.AudienceView.AreaRow;
import org.foyer.hub.site.internal.pages.AudienceView.Origins;
import org.jspecify.annotations.Nullable;

/** Where buyers live: sentence, map, distance bands, table of areas. */
final class OriginsPanel {

    private static final int AREAS_SHOWN = 60;
    private static final double LEAST_TOLD = 0.1;

    private OriginsPanel() {}

    /** Null when nobody's postcode is known. */
    static @Nullable Origins of(Language language, Catchment catchment, String csv, String regionsCsv) {
        long known = catchment.buyers() - catchment.unknown();
        if (known <= 0) {
            return null;
        }
        return new Origins(
                finding(language, catchment, known),
                DiscMap.of(language, catchment.areas(), catchment.regions().ofHouse()),
                bands(language, catchment),
                catchment.areas().stream()
                        .limit(AREAS_SHOWN)
                        .map(area -> row(language, area, known))
                        .toList(),
                withheld(language, catchment),
                language.say("catchment_as_known", language.formats().longDay(catchment.asOf())),
                RegionPanel.of(language, catchment.regions(), known, regionsCsv),
                csv);
    }

    private static String finding(Language language, Catchment catchment, long known) {
        Double department = catchment.sameDepartment();
        Double region = catchment.sameRegion();
        if (department != null && region != null) {
            return language.say(
                    "catchment_finding",
                    language.formats().wholePercent(department),
                    language.formats().wholePercent(region),
                    language.formats().number(known));
        }
        if (catchment.areas().isEmpty()) {
            return language.say("catchment_all_small", language.formats().number(known));
        }
        Area first = catchment.areas().get(0);
        return language.say(
                "catchment_finding_first",
                name(language, first),
                language.formats().wholePercent((double) first.buyers() / known),
                language.formats().number(known));
    }

    private static String withheld(Language language, Catchment catchment) {
        return language.say(
                "catchment_withheld",
                language.formats().number(catchment.small()),
                language.formats().number(catchment.unknown()));
    }

    private static @Nullable Bars bands(Language language, Catchment catchment) {
        if (catchment.bands().isEmpty()) {
            return null;
        }
        double largest =
                catchment.bands().stream().mapToDouble(Part::share).max().orElse(1);
        List<Bars.Row> rows = new ArrayList<>();
        for (Part part : catchment.bands()) {
            rows.add(new Bars.Row(
                    Labels.kind(language, part.key()),
                    language.formats().number(Math.round(part.value())),
                    language.formats().percent(part.share()),
                    Bars.width(part.share(), largest),
                    Labels.apart(part)));
        }
        return new Bars(language.say("distance_bands"), language.say("buyers"), rows);
    }

    private static AreaRow row(Language language, Area area, long known) {
        Formats formats = language.formats();
        return new AreaRow(
                name(language, area),
                formats.number(area.buyers()),
                formats.percent((double) area.buyers() / known),
                perThousand(formats, area.perThousand()),
                area.kilometres() == null
                        ? "–"
                        : language.say("kilometres", formats.number(Math.round(area.kilometres()))));
    }

    /** To one decimal; what would round to nothing is below the least that is told. */
    static String perThousand(Formats formats, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value > 0 && value < LEAST_TOLD / 2 ? "< " + formats.decimal(LEAST_TOLD) : formats.decimal(value);
    }

    /** A commune with its département; of a postcode of several the most populous is named, and that it may be another. */
    static String name(Language language, Area area) {
        Place place = area.place();
        String commune = area.commune();
        if (commune != null) {
            return FrenchCommunes.of(commune)
                    .map(one -> one.name() + " (" + one.department() + ")")
                    .orElse(commune);
        }
        String postcode = area.postcode() == null ? "" : area.postcode();
        return place == null ? (postcode + " " + area.country()).strip() : several(language, postcode);
    }

    private static String several(Language language, String postcode) {
        List<Commune> communes = FrenchCommunes.sharing(postcode).stream()
                .sorted(Comparator.comparing(Commune::inhabitants).reversed().thenComparing(Commune::code))
                .toList();
        return switch (communes.size()) {
            case 0, 1 -> language.say("area_of_several", postcode);
            case 2 ->
                language.say(
                        "area_of_two",
                        postcode,
                        communes.get(0).name(),
                        communes.get(1).name());
            default ->
                language.say(
                        "area_of_others",
                        postcode,
                        communes.get(0).name(),
                        language.formats().number(communes.size() - 1L));
        };
    }
}
