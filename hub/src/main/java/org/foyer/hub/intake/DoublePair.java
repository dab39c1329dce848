package org.foyer.hub.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two things that may be one.
 *
 * @param one the one that would be kept: with tickets if only one has any, else the older
 * @param reasons why, the strongest first
 */
public record DoublePair(Kind kind, Side one, Side other, List<Reason> reasons) {

    /** What is told twice. */
    public enum Kind {
        PRODUCTION,
        VENUE,
        WORK,
        /** Whoever is credited, person or group; its number is that of a spelling. */
        PERSON,
        /** Productions of two houses: one show on tour. They are linked, not merged. */
        TOUR,
        /** Shows of one house, of which the later may revive the earlier: that is told first. They are linked, not merged. */
        REVIVAL,
        /** Names of festivals of a house, in all years; the number is that of a spelling. */
        FESTIVAL,
        /** The same of series. */
        SERIES;

        /** Word in documents and addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word; empty for any other word. */
        public static java.util.Optional<Kind> of(@Nullable String word) {
            return java.util.Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * One of the two.
     *
     * @param house number of the house whose it is
     * @param beside producer, town, writers, or roles
     * @param sources names of the recipes that told of it
     * @param dates performances
     */
    public record Side(
            long id,
            int house,
            String name,
            @Nullable String beside,
            List<String> sources,
            long dates,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * A reason.
     *
     * @param code {@code same-identifier} (value: register and identifier), {@code same-name}, {@code like-name} (value: likeness in per cent), {@code same-hour} (value: how often in one place),
     *     {@code same-people} (value: names), {@code same-show} (value: title), {@code same-company} (value: producer), {@code same-role} (value: role), {@code same-street}, {@code same-town} (value: town),
     *     {@code other-source}; of revivals {@code same-works} (value: titles) and {@code earlier-season} (value: the season); of two that are one already also {@code said-same} (somebody said so) and {@code through-other} (each is one
     *     with a third spelling)
     */
    public record Reason(String code, String value) {}
}
