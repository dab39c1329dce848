package org.foyer.hub.intake;

import java.util.List;

/**
 * A piece of a house's words: those to classify first, and of each the ones that most tickets bear.
 *
 * @param offset of the first item, from 0
 * @param total words in the whole list
 * @param toClassify of these, how many have no kind
 * @param tickets net tickets of the house, all seasons
 * @param ticketsToClassify of these, how many bear at least one word without a kind
 */
public record HouseWords(
        List<HouseWord> items, long offset, long total, long toClassify, long tickets, long ticketsToClassify) {
    public HouseWords {
        items = List.copyOf(items);
    }
}
