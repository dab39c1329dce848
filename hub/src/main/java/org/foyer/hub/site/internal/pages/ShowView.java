package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One show as its public reads it.
 *
 * @param told how many dates, from when to when, and where
 * @param coming dates ahead; the others are past
 * @param linked JSON-LD of the dates ahead, or of the last one, safe inside a script element
 * @param address of this page, whole
 * @param facts length, ages, languages, prices in short sentences
 * @param picture its address, told to those who share the page; the page itself loads nothing from elsewhere
 * @param known by which identifiers other registers know it and what it names
 * @param elsewhere the same show on tour in other houses
 * @param partOf the festivals and series to which its dates belong, and the halls in which they are
 * @param staging what it revives, its own other seasons, and what revives it
 * @param production whose sheet an editor can open
 * @param website where the house tells more, null when it said nothing
 */
public record ShowView(
        String title,
        @Nullable String subtitle,
        @Nullable String kind,
        String told,
        @Nullable String description,
        List<String> facts,
        List<ProgrammeView.Credit> credits,
        List<ProgrammeView.Item> works,
        List<Date> coming,
        List<Date> past,
        List<String> linked,
        String address,
        @Nullable String website,
        @Nullable String picture,
        String ics,
        String identifier,
        List<OutsideWords.Known> known,
        List<Elsewhere> elsewhere,
        List<PartOf> partOf,
        List<Staged> staging,
        long production) {

    /** A festival, a series or a hall. @param kind its word for people */
    public record PartOf(String href, String kind, String name) {}

    /** How it stands to others. @param words what is said of another that no show of the node is, null where there are runs */
    public record Staged(
            String label, List<StagedRun> runs, @Nullable String words) {}

    /** @param text its season, with its title where it is another show @param beside the venue, or the other house */
    public record StagedRun(
            String href, String text, @Nullable String beside) {}

    /** The show in another house. @param when its dates in words */
    public record Elsewhere(String href, String house, String title, String when) {}

    /** One date. @param id part of the page's address that leads to it @param placeHref page of the venue */
    public record Date(
            String id,
            String iso,
            String when,
            String place,
            @Nullable String placeHref,
            @Nullable String state,
            List<String> notes) {}

    /** For those who share the page: the sentence, and the beginning of the description. */
    public String summary() {
        return description == null ? told : told + " " + description.substring(0, Math.min(200, description.length()));
    }
}
