package org.foyer.hub.insight.internal.survey;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Code;
import org.foyer.hub.insight.SurveyBank.Kind;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.insight.Surveys.Way;
import org.foyer.hub.model.House;

/** Reads answers typed from paper, and says every cell that cannot be read. */
final class PaperReader {

    static final String DAY = "day";
    static final String COUNTRY = "country";
    static final String POSTCODE = "postcode";

    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int SHOWN_CHARACTERS_MAX = 40;

    /** What stands in columns that are no question, in both languages. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            DAY, List.of("day", "date", "jour"),
            COUNTRY, List.of("country", "pays"),
            POSTCODE, List.of("postcode", "postal code", "code postal"));

    private final House house;
    private final List<Question> asked;
    private final List<Code> countries;
    private final LocalDate day;
    private final Predicate<LocalDate> possible;
    private final String language;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /**
     * @param day of rows that have none
     * @param possible whether something could be answered on a day
     */
    PaperReader(
            House house,
            List<Question> asked,
            List<Code> countries,
            LocalDate day,
            Predicate<LocalDate> possible,
            String language) {
        this.house = house;
        this.asked = asked;
        this.countries = countries;
        this.day = day;
        this.possible = possible;
        this.language = language;
    }

    /** Answers, worth something only when there is no fault. */
    record Read(List<Answer> answers, List<Fault> faults) {}

    Read read(byte[] csv) {
        List<PaperTable.Row> rows = PaperTable.read(csv);
        if (rows.size() < 2) {
            fault(1, "", "survey-paper-empty");
        } else if (rows.size() - 1 > Surveys.PAPER_ROWS_MAX) {
            fault(1, "", "survey-paper-rows", Integer.toString(Surveys.PAPER_ROWS_MAX));
        } else {
            List<String> columns = columns(rows.get(0));
            rows.subList(1, rows.size()).forEach(row -> answer(row, columns));
        }
        return new Read(answers, faults.subList(0, Math.min(faults.size(), Surveys.FAULTS_MAX)));
    }

    /** What each column is; empty text for one that is nothing known. */
    private List<String> columns(PaperTable.Row header) {
        List<String> columns = new ArrayList<>();
        for (String cell : header.cells()) {
            String column = column(plain(cell));
            if (column.isEmpty()) {
                fault(header.line(), shown(cell), "survey-column-unknown", String.join(", ", known()));
            } else if (columns.contains(column)) {
                fault(header.line(), shown(cell), "survey-column-twice");
            }
            columns.add(column);
        }
        return columns;
    }

    private String column(String name) {
        return asked.stream()
                .filter(question -> question.kind() != Kind.RESIDENCE)
                .filter(question -> List.of(
                                question.id(),
                                plain(question.title().fr()),
                                plain(question.title().en()),
                                plain(question.asks().fr()),
                                plain(question.asks().en()))
                        .contains(name))
                .map(Question::id)
                .findFirst()
                .or(() -> BESIDE.entrySet().stream()
                        .filter(beside -> beside.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElse("");
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(List.of(DAY));
        asked.stream()
                .filter(question -> question.kind() != Kind.RESIDENCE)
                .forEach(question -> known.add(question.id()));
        known.addAll(List.of(COUNTRY, POSTCODE));
        return known;
    }

    private void answer(PaperTable.Row row, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cells().get(i);
            if (i < columns.size() && !columns.get(i).isEmpty()) {
                cells.putIfAbsent(columns.get(i), text);
            } else if (i >= columns.size() && !text.isEmpty()) {
                fault(row.line(), Integer.toString(i + 1), "survey-cell-beyond", Integer.toString(columns.size()));
            }
        }
        int before = faults.size();
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (Question question : asked) {
            String text = cells.getOrDefault(question.id(), "");
            if (question.kind() == Kind.RESIDENCE) {
                codes.putAll(home(row.line(), cells));
            } else if (!text.isEmpty()) {
                codes.put(question.id(), said(row.line(), question, text));
            }
        }
        LocalDate on = day(row.line(), cells.getOrDefault(DAY, ""));
        if (codes.isEmpty()) {
            fault(row.line(), "", "survey-row-empty");
        }
        if (faults.size() == before) {
            answers.add(new Answer(on, Way.PAPER, language, codes));
        }
    }

    private List<String> said(int line, Question question, String text) {
        List<String> words = question.kind() == Kind.MULTIPLE ? Arrays.asList(text.split("[|+]")) : List.of(text);
        List<String> ids = new ArrayList<>();
        for (String word : words) {
            Optional<String> id = code(question.codes(), word);
            if (id.isEmpty()) {
                String known = String.join(
                        ", ", question.codes().stream().map(Code::id).toList());
                fault(line, question.id(), "survey-cell-unknown", shown(word), known + ", " + SurveyBank.NO_ANSWER);
            }
            id.filter(one -> !ids.contains(one)).ifPresent(ids::add);
        }
        return AnswerReader.chosen(ids);
    }

    private static Optional<String> code(List<Code> codes, String word) {
        String plain = plain(word);
        return plain.equals(SurveyBank.NO_ANSWER)
                ? Optional.of(SurveyBank.NO_ANSWER)
                : codes.stream()
                        .filter(code -> plain(code.id()).equals(plain)
                                || plain(code.title().fr()).equals(plain)
                                || plain(code.title().en()).equals(plain))
                        .map(Code::id)
                        .findFirst();
    }

    private Map<String, List<String>> home(int line, Map<String, String> cells) {
        String country = cells.getOrDefault(COUNTRY, "");
        String postcode = cells.getOrDefault(POSTCODE, "");
        Optional<String> known = country.isEmpty() ? Optional.of("") : code(countries, country);
        if (known.isEmpty()) {
            String ids = String.join(", ", countries.stream().map(Code::id).toList());
            fault(line, COUNTRY, "survey-cell-unknown", shown(country), ids + ", " + SurveyBank.NO_ANSWER);
            return Map.of();
        }
        return Home.codes(house, known.get(), postcode).orElseGet(() -> {
            fault(line, POSTCODE, "survey-postcode");
            return Map.of();
        });
    }

    private LocalDate day(int line, String text) {
        if (text.isEmpty()) {
            return day;
        }
        try {
            LocalDate read = text.contains("/") ? LocalDate.parse(text, FRENCH_DAY) : LocalDate.parse(text);
            if (!possible.test(read)) {
                fault(line, DAY, "survey-day-out", shown(text));
            }
            return read;
        } catch (DateTimeException unreadable) {
            fault(line, DAY, "survey-day", shown(text));
            return day;
        }
    }

    private void fault(int line, String field, String code, String... arguments) {
        faults.add(new Fault(line, field, code, List.of(arguments)));
    }

    private static String shown(String text) {
        return text.length() > SHOWN_CHARACTERS_MAX ? text.substring(0, SHOWN_CHARACTERS_MAX) + "…" : text;
    }

    /** Without accents, capitals and doubled spaces. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
