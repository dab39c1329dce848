package org.foyer.hub.site.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyComparison;
import org.foyer.hub.insight.SurveyComparisons;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Batch;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.insight.Surveys.Made;
import org.foyer.hub.insight.Surveys.Paper;
import org.foyer.hub.insight.Surveys.Wish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** The surveys of a house, for the pages, the API and the command alike. */
public final class SurveyDesk {

    private final Surveys surveys;
    private final SurveyComparisons comparisons;
    private final Actor actor;
    private final House house;
    private final LocalDate today;

    /**
     * @param actor who may do this in the house; whoever makes the desk has checked it
     * @param today in the zone of the house
     */
    public SurveyDesk(Surveys surveys, SurveyComparisons comparisons, Actor actor, House house, LocalDate today) {
        this.surveys = surveys;
        this.comparisons = comparisons;
        this.actor = actor;
        this.house = house;
        this.today = today;
    }

    /**
     * What is to be asked, as it was sent.
     *
     * @param slug name in addresses; made from the title when left out
     * @param titleFr in French; one of both titles is needed
     * @param titleEn in English
     * @param optional ids of optional questions
     * @param opens first day, ISO 8601; today when left out
     * @param closes last day, ISO 8601; no end when left out
     */
    public record Wishing(
            @Nullable String slug,
            @Nullable String titleFr,
            @Nullable String titleEn,
            @Nullable List<String> optional,
            @Nullable String opens,
            @Nullable String closes) {}

    /**
     * A survey as it stands.
     *
     * @param state {@code ahead}, {@code open} or {@code ended}
     * @param path of its public page
     */
    public record Told(
            String slug,
            String titleFr,
            String titleEn,
            List<String> optional,
            LocalDate opens,
            @Nullable LocalDate closes,
            String state,
            String path,
            long answers) {}

    /** Newest first. */
    public List<Survey> all() {
        return surveys.of(house.id());
    }

    public Told told(Survey survey) {
        return new Told(
                survey.slug(),
                survey.titleFr(),
                survey.titleEn(),
                survey.optional(),
                survey.opens(),
                survey.closes(),
                survey.state(today).name().toLowerCase(java.util.Locale.ROOT),
                "/s/" + survey.address(),
                surveys.answers(survey));
    }

    /** @throws Refused 404 {@code survey-unknown} */
    public Survey find(String slug) {
        return surveys.find(house.id(), slug).orElseThrow(() -> new Refused(404, "survey-unknown", slug));
    }

    /** Makes a survey, or says all that is wrong with the wish. */
    public Made make(Wishing wishing) {
        List<Fault> faults = new ArrayList<>();
        LocalDate opens = day(faults, "opens", wishing.opens());
        LocalDate closes = day(faults, "closes", wishing.closes());
        if (!faults.isEmpty()) {
            return new Made(null, faults);
        }
        List<String> optional = wishing.optional() == null ? List.of() : wishing.optional();
        return surveys.make(
                house, new Wish(wishing.slug(), wishing.titleFr(), wishing.titleEn(), optional, opens, closes), actor);
    }

    private static @Nullable LocalDate day(List<Fault> faults, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            faults.add(new Fault(0, field, "survey-day", List.of(text.strip())));
            return null;
        }
    }

    public void end(String slug) {
        surveys.end(house, find(slug), actor);
    }

    /** A new link for a tablet; the one before is worth nothing any more. @return path with its key */
    public String tablet(String slug) {
        Survey survey = surveys.tablet(house, find(slug), actor);
        return "/s/" + survey.address() + "?tablet=" + survey.tablet();
    }

    /** @throws Refused 404 {@code survey-unknown} */
    public SurveySheet results(String slug) {
        return surveys.results(house, find(slug));
    }

    /**
     * The core questions beside what peers' surveys say, through the gate: the last twelve full months, all surveys of each house together.
     *
     * @throws Refused 404 {@code survey-unknown}
     */
    public SurveyComparison peers(String slug) {
        find(slug);
        return comparisons.compare(actor, house);
    }

    public List<Batch> batches(String slug) {
        return surveys.batches(find(slug));
    }

    /** Header and one row of a file of answers on paper. */
    public List<List<String>> template(String slug) {
        return surveys.template(find(slug));
    }

    /**
     * Takes a file of answers on paper, or says every cell that cannot be read.
     *
     * @param day of rows without one, ISO 8601; today when left out
     */
    public Paper paper(String slug, InputStream csv, @Nullable String day) {
        Survey survey = find(slug);
        LocalDate on = Parameters.day("day", day, today);
        if (on.isAfter(today) || on.isBefore(survey.opens())) {
            return new Paper(null, List.of(new Fault(0, "day", "survey-day-out", List.of(on.toString()))));
        }
        try {
            return surveys.paper(house, survey, csv.readNBytes(Surveys.PAPER_BYTES_MAX + 1), on, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused 404 {@code survey-unknown} or {@code survey-batch-unknown} */
    public void undo(String slug, int batch) {
        if (!surveys.undo(house, find(slug), batch, actor)) {
            throw new Refused(404, "survey-batch-unknown", Integer.toString(batch));
        }
    }

    /** Faults as the API tells them, with line and column. */
    public static Refused refused(String code, List<Fault> faults) {
        return new Refused(
                422,
                code,
                faults.stream()
                        .map(fault -> new Problem(
                                fault.code(),
                                Problem.Severity.STOPS_RUN,
                                new Place("", fault.line(), fault.field(), null),
                                fault.arguments()))
                        .toList());
    }
}
