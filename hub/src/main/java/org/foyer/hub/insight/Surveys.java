package org.foyer.hub.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Surveys of the public: a standard core of questions and optional ones, answered on a phone, on a tablet or on paper. Answers are codes of
 * the bank and nothing else, so that nobody can be named in them; results are told in groups of five people or more.
 */
public interface Surveys {

    int SURVEYS_MAX = 200;

    /** Answers that one survey takes. */
    int ANSWERS_MAX = 20_000;

    int TITLE_CHARACTERS_MAX = 120;

    /** Rows of one file of answers on paper. */
    int PAPER_ROWS_MAX = 5_000;

    /** Longest file of answers on paper. */
    int PAPER_BYTES_MAX = 2_000_000;

    /** Faults of one file that are told. */
    int FAULTS_MAX = 200;

    /** How an answer came. */
    enum Way {
        PHONE,
        TABLET,
        PAPER;

        /** As it is kept and sent, for instance {@code phone}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is to be asked.
     *
     * @param slug made from the title when left out
     * @param titleEn the French one when left out
     * @param opens first day; today when left out
     * @param closes last day; no end when left out
     */
    record Wish(
            @Nullable String slug,
            @Nullable String titleFr,
            @Nullable String titleEn,
            List<String> optional,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes) {}

    /**
     * What is wrong with something sent.
     *
     * @param line in a file, counted from 1; 0 outside of one
     * @param field question, column or field
     * @param code stable, with a sentence in both languages
     */
    record Fault(int line, String field, String code, List<String> arguments) {}

    /** A survey, or all that is wrong with the wish. */
    record Made(@Nullable Survey survey, List<Fault> faults) {}

    /** What became of an answer. */
    enum Taken {
        KEPT,
        /** It says nothing, or something that is not asked. */
        UNREADABLE,
        /** The postcode is none of its country. */
        POSTCODE,
        /** The survey does not take answers now. */
        CLOSED,
        /** The survey has {@value #ANSWERS_MAX} answers. */
        FULL
    }

    /**
     * A file of answers on paper.
     *
     * @param number counted up in the survey, from 1
     * @param undone when it was undone; null when it counts
     */
    record Batch(
            int number,
            int answers,
            String by,
            Instant at,
            @Nullable Instant undone) {}

    /**
     * What became of a file.
     *
     * @param batch null when it was refused whole
     * @param faults all of them, the first {@value #FAULTS_MAX}; empty when it was taken
     */
    record Paper(@Nullable Batch batch, List<Fault> faults) {}

    /** The questions. */
    SurveyBank bank();

    /** Newest first. */
    List<Survey> of(HouseId house);

    Optional<Survey> find(HouseId house, String slug);

    /** By the last part of the address of its public page. */
    Optional<Survey> byAddress(String address);

    /** Makes a survey, with a line of the audit. */
    Made make(House house, Wish wish, Actor actor);

    /** Ends a survey today; its answers stay. */
    void end(House house, Survey survey, Actor actor);

    /** Gives the tablet's link a new key; the one before is worth nothing any more. */
    Survey tablet(House house, Survey survey, Actor actor);

    /**
     * Keeps an answer.
     *
     * @param said ids of codes by question; {@code country} and {@code postcode} for the residence, of which only distance and area are kept
     * @param language two letters
     */
    Taken answer(House house, Survey survey, Map<String, List<String>> said, Way way, String language);

    /**
     * Takes a file of answers on paper: all of it, or nothing.
     *
     * @param csv UTF-8 or Windows-1252, commas, semicolons or tabs; the first line names questions by id or title
     * @param day on which they were given, for rows without a day
     */
    Paper paper(House house, Survey survey, byte[] csv, LocalDate day, Actor actor);

    /** Files of answers on paper, newest first. */
    List<Batch> batches(Survey survey);

    /** Deletes the answers of a file. @return false when there is no such file that counts */
    boolean undo(House house, Survey survey, int batch, Actor actor);

    /** The header of a file of answers on paper, and a line that shows what to write. */
    List<List<String>> template(Survey survey);

    /** How many answers there are. */
    long answers(Survey survey);

    /** What was answered, weighted to the known buyers where they are known. */
    SurveySheet results(House house, Survey survey);
}
