package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.foyer.hub.catalogue.Staging;
import org.foyer.hub.catalogue.Tour;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Revivals;
import org.jspecify.annotations.Nullable;

/** How a show stands to what it revives, to its own other seasons and to what revives it, in words with where they lead. */
final class StagingRows {

    /** What a source says to its own programs and not to people. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:\\S*");

    private static final Pattern NUMBER = Pattern.compile("\\s*" + Revivals.NUMBER);
    private static final Pattern WORDS = Pattern.compile("\\p{L}{3}");

    private final Language language;
    private final House house;
    private final Function<HouseId, @Nullable House> houses;

    private StagingRows(Language language, House house, Function<HouseId, @Nullable House> houses) {
        this.language = language;
        this.house = house;
        this.houses = houses;
    }

    /**
     * @param house whose page it is
     * @param houses those that are on the node; a show of one that was taken off meanwhile is left out
     * @param said what is said of what it revives, told where no show is meant
     */
    static List<ShowView.Staged> of(
            Language language,
            House house,
            Function<HouseId, @Nullable House> houses,
            Staging staging,
            @Nullable String said) {
        StagingRows rows = new StagingRows(language, house, houses);
        List<ShowView.Staged> all = new ArrayList<>();
        List<ShowView.StagedRun> revived = rows.runs(staging.revived(), true);
        if (!revived.isEmpty()) {
            all.add(new ShowView.Staged(language.say("show_revival_of"), revived, null));
        } else if (said != null && isWords(said)) {
            all.add(new ShowView.Staged(
                    language.say("show_revival_of"),
                    List.of(),
                    NUMBER.matcher(said).replaceFirst("")));
        }
        rows.add(all, "show_other_seasons", rows.runs(staging.seasons(), false));
        rows.add(all, "show_revived_later", rows.runs(staging.revivals(), true));
        return List.copyOf(all);
    }

    private static boolean isWords(String said) {
        return !ADDRESS.matcher(said).matches() && WORDS.matcher(said).find();
    }

    private void add(List<ShowView.Staged> all, String label, List<ShowView.StagedRun> runs) {
        if (!runs.isEmpty()) {
            all.add(new ShowView.Staged(language.say(label), runs, null));
        }
    }

    private List<ShowView.StagedRun> runs(List<Tour> runs, boolean titled) {
        List<ShowView.StagedRun> told = new ArrayList<>();
        for (Tour run : runs) {
            House there = run.house().equals(house.id()) ? house : houses.apply(run.house());
            if (there != null) {
                String season =
                        language.say("show_season", Season.of(run.first()).label());
                String text = titled ? language.say("show_of_season", run.title(), season) : season;
                told.add(new ShowView.StagedRun(
                        "/h/" + there.slug() + "/shows/" + run.run(),
                        text,
                        there == house ? run.place() : there.name()));
            }
        }
        return List.copyOf(told);
    }
}
