package org.foyer.hub.simulation.internal;

import java.util.List;

/**
 * What a house tells the public of a show; what it does not tell is empty.
 *
 * @param description says itself that it is simulated
 * @param people with their roles in brackets, told apart by semicolons
 * @param minutes how long it lasts, or 0
 * @param ageFrom or 0
 * @param language of what is spoken or sung, by its French name
 * @param surtitles their language
 */
record Announcement(String description, String people, int minutes, int ageFrom, String language, String surtitles) {

    private static final String SAYS_SO = "Texte simulé.";

    static Announcement of(String opening, String turn, String ending, List<String> people, Facts facts, Care care) {
        return new Announcement(
                care.tells() ? opening + ". " + turn + ". " + ending + ". " + SAYS_SO : "",
                care.tells() ? String.join("; ", people) : "",
                care.tells() ? facts.minutes() : 0,
                care.tells() ? facts.ageFrom() : 0,
                care.tells() ? facts.language() : "",
                facts.surtitles());
    }

    /** What is so, told or not. */
    record Facts(int minutes, int ageFrom, String language, String surtitles) {}

    /** How carefully a house fills its sheet in: each time it is asked, it tells or forgets. */
    record Care(double share, Dice dice) {

        boolean tells() {
            return dice.chance(share);
        }
    }
}
