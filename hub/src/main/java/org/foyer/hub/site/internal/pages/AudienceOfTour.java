package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.TourAudience;
import org.foyer.hub.site.internal.server.Sentences;

/** Tells a company how many people bought its tour. */
final class AudienceOfTour {

    private final Language language;

    AudienceOfTour(Language language) {
        this.language = language;
    }

    TourView.Audience view(TourAudience told) {
        String why = told.withheld();
        if (why != null) {
            return new TourView.Audience(Sentences.in(language.locale()).sentence(why, List.of()), "", null, List.of());
        }
        Formats formats = language.formats();
        String places = formats.number(told.houses().size());
        String note = language.say(
                "tour_audience_note",
                formats.number(told.within()),
                told.asOf() == null ? "" : formats.day(told.asOf()),
                formats.number(told.asked()));
        Long all = told.all().about();
        Long several = told.several().about();
        if (all == null) {
            return new TourView.Audience(language.say("tour_audience_none", places), note, null, List.of());
        }
        List<TourView.Part> rows = new ArrayList<>();
        rows.add(new TourView.Part(language.say("tour_audience_all"), formats.number(all)));
        if (several == null) {
            return new TourView.Audience(
                    language.say("tour_audience_few", formats.number(all), places), note, null, List.copyOf(rows));
        }
        rows.add(new TourView.Part(language.say("tour_audience_several"), formats.number(several)));
        rows.add(new TourView.Part(language.say("tour_audience_one"), formats.number(all - several)));
        double share = (double) several / all;
        return new TourView.Audience(
                language.say(
                        "tour_audience_told",
                        formats.number(all),
                        places,
                        formats.number(several),
                        formats.wholePercent(share)),
                note,
                String.format(Locale.ROOT, "%.0f", share * 100),
                List.copyOf(rows));
    }
}
