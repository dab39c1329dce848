package org.foyer.hub.site.internal.pages;

import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.model.Vocabularies;

/** Codes of the shared list of genres, as what houses are told calls them in the language of the reader. */
public final class OverlapGenres {

    private OverlapGenres() {}

    /** The same answer with the labels of its genres. */
    public static Told labelled(Language language, Told told) {
        return told.with(told.crossings().stream()
                .map(crossing -> new HouseCrossing(
                        crossing.house(),
                        crossing.cells().stream()
                                .map(cell -> new HouseCrossing.Cell(
                                        cell.genre().isEmpty() ? "" : label(language, cell.genre()),
                                        label(language, cell.otherGenre()),
                                        cell.buyers(),
                                        cell.about(),
                                        cell.share(),
                                        cell.lift()))
                                .toList()))
                .toList());
    }

    private static String label(Language language, String code) {
        return Vocabularies.of("genres")
                .concept(code)
                .map(concept -> concept.label(language.code()))
                .orElseGet(() -> language.say("overlap_genre_unknown"));
    }
}
