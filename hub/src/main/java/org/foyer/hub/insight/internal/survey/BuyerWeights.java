package org.foyer.hub.insight.internal.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Weights answers to the known buyers of the season that holds most of them. */
final class BuyerWeights {

    private final Supplier<Optional<Audience>> audience;

    /** @param audience empty while the warehouse cannot be read: then nothing is weighted */
    BuyerWeights(Supplier<Optional<Audience>> audience) {
        this.audience = audience;
    }

    Weighing.Weighed weigh(House house, LocalDate today, List<Answer> answers) {
        Season season = season(answers);
        AudienceSheet buyers = season == null
                ? null
                : audience.get()
                        .map(known -> known.season(house.id(), season, today, AudienceBasis.PERFORMANCE))
                        .orElse(null);
        return Weighing.weigh(answers, season, buyers);
    }

    /** The one with most answers, the later of two. */
    private static @Nullable Season season(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(answer -> Season.of(answer.day()), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Season, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
