package org.foyer.hub.catalogue.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Which houses make a show: those that another house names as its producer; if none is, those that name themselves; if none does, those
 * without seats, for a company is a house without seats. Where that is everybody or nobody, who makes it is not known.
 */
final class Makers {

    /** @param producer as the house says it, null when it does not */
    record Told(House house, @Nullable String producer) {}

    private Makers() {}

    static Set<HouseId> of(List<Told> told) {
        Set<HouseId> byOthers = named(told, (house, teller) -> !house.id().equals(teller.id()));
        if (!byOthers.isEmpty()) {
            return byOthers;
        }
        Set<HouseId> bySelf = named(told, (house, teller) -> house.id().equals(teller.id()));
        if (!bySelf.isEmpty()) {
            return bySelf;
        }
        Set<HouseId> companies = told.stream()
                .map(Told::house)
                .filter(house -> house.seats() == 0)
                .map(House::id)
                .collect(Collectors.toSet());
        return told.stream().map(one -> one.house().id()).allMatch(companies::contains) ? Set.of() : companies;
    }

    private static Set<HouseId> named(List<Told> told, BiPredicate<House, House> counts) {
        return told.stream()
                .map(Told::house)
                .filter(house -> told.stream()
                        .anyMatch(
                                teller -> counts.test(house, teller.house()) && names(teller.producer(), house.name())))
                .map(House::id)
                .collect(Collectors.toSet());
    }

    /** By all words of its name, next to each other: a producer may name several. */
    private static boolean names(@Nullable String producer, String house) {
        String name = words(house);
        return producer != null && !name.isBlank() && words(producer).contains(name);
    }

    /** With a blank before and after each word. */
    static String words(String text) {
        return " " + folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    /** Without case, accents and runs of blanks. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
