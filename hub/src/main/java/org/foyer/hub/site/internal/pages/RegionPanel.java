package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.AudienceSheet.Region;
import org.foyer.hub.insight.AudienceSheet.Regions;
import org.foyer.hub.site.internal.pages.AudienceView.RegionRow;
import org.foyer.hub.site.internal.pages.AudienceView.RegionTable;
import org.jspecify.annotations.Nullable;

/** In which regions buyers live, apart from the region of the house: sentence and table; the map is that of the areas. */
final class RegionPanel {

    private RegionPanel() {}

    /** Null when no region can be told. @param known buyers with a postcode */
    static @Nullable RegionTable of(Language language, Regions regions, long known, String csv) {
        if (regions.lived().isEmpty()) {
            return null;
        }
        Formats formats = language.formats();
        List<RegionRow> rows = new ArrayList<>();
        for (Region one : regions.lived()) {
            rows.add(new RegionRow(
                    one.name(),
                    one.code().equals(regions.ofHouse()),
                    formats.number(one.buyers()),
                    formats.percent(one.share()),
                    OriginsPanel.perThousand(formats, one.perThousand())));
        }
        if (regions.apart() > 0) {
            rows.add(new RegionRow(
                    language.say("regions_apart"),
                    false,
                    formats.number(regions.apart()),
                    formats.percent((double) regions.apart() / known),
                    "–"));
        }
        return new RegionTable(finding(language, regions, known), rows, csv);
    }

    private static String finding(Language language, Regions regions, long known) {
        Formats formats = language.formats();
        Optional<Region> own = regions.lived().stream()
                .filter(one -> one.code().equals(regions.ofHouse()))
                .findFirst();
        Optional<Region> away = regions.lived().stream()
                .filter(one -> !one.code().equals(regions.ofHouse()))
                .findFirst();
        String first = away.map(one -> language.say(
                        own.isPresent() ? "regions_finding_away" : "regions_finding_first",
                        one.name(),
                        formats.wholePercent(one.share()),
                        formats.number(known)))
                .orElse("");
        String home = own.map(one -> language.say(
                        "regions_finding_own", one.name(), formats.wholePercent(one.share()), formats.number(known)))
                .orElse("");
        return (home + " " + first).strip();
    }
}
