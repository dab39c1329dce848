package org.foyer.hub.insight.internal.survey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveyBank;
import org.foyer.hub.insight.SurveyBank.Question;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/** Surveys and their answers kept in the register; the questions come from the jar, the known buyers from the warehouse. */
public final class RegisterSurveys implements Surveys {

    /** The purpose under which the audit keeps what is done with surveys. */
    private static final String PURPOSE = "surveys";

    /** 128 bits: nobody finds the page of a survey by trying. */
    private static final int ADDRESS_BYTES = 16;

    /** Read at the first question: the start of a node needs none of it. */
    static final class Shipped {
        static final SurveyBank BANK = SurveyFile.shipped();
    }

    private final Register register;
    private final Clock clock;
    private final SecureRandom random;
    private final Audit audit;
    private final BuyerWeights weights;

    /** @param audience empty while the warehouse cannot be read: then nothing is weighted */
    public RegisterSurveys(
            Register register, Clock clock, SecureRandom random, Audit audit, Supplier<Optional<Audience>> audience) {
        this.register = register;
        this.clock = clock;
        this.random = random;
        this.audit = audit;
        this.weights = new BuyerWeights(audience);
    }

    @Override
    public SurveyBank bank() {
        return Shipped.BANK;
    }

    private LocalDate today(House house) {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }

    private String secret() {
        byte[] bytes = new byte[ADDRESS_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public List<Survey> of(HouseId house) {
        return register.read(handle -> new SurveyTable(handle).of(house));
    }

    @Override
    public Optional<Survey> find(HouseId house, String slug) {
        return register.read(handle -> new SurveyTable(handle).bySlug(house, slug));
    }

    @Override
    public Optional<Survey> byAddress(String address) {
        return register.read(handle -> new SurveyTable(handle).byAddress(address));
    }

    @Override
    public Made make(House house, Wish wish, Actor actor) {
        Wish filled = SurveyWish.filled(wish, today(house));
        Made made = register.write(handle -> {
            SurveyTable table = new SurveyTable(handle);
            Set<String> taken = table.of(house.id()).stream().map(Survey::slug).collect(Collectors.toSet());
            List<Fault> faults = SurveyWish.faults(filled, bank(), taken);
            if (!faults.isEmpty()) {
                return new Made(null, faults);
            }
            table.add(survey(house, filled), actor.login());
            return new Made(
                    table.bySlug(house.id(), String.valueOf(filled.slug())).orElseThrow(), List.of());
        });
        if (made.survey() != null) {
            audit.write(actor, house.id(), "survey-made", PURPOSE, made.survey().slug());
        }
        return made;
    }

    private Survey survey(House house, Wish wish) {
        return new Survey(
                0,
                house.id(),
                String.valueOf(wish.slug()),
                String.valueOf(wish.titleFr()),
                String.valueOf(wish.titleEn()),
                wish.optional(),
                wish.opens() == null ? today(house) : wish.opens(),
                wish.closes(),
                null,
                secret(),
                null,
                clock.instant());
    }

    @Override
    public void end(House house, Survey survey, Actor actor) {
        register.write(handle -> {
            new SurveyTable(handle).end(survey, today(house));
            return true;
        });
        audit.write(actor, house.id(), "survey-ended", PURPOSE, survey.slug());
    }

    @Override
    public Survey tablet(House house, Survey survey, Actor actor) {
        Survey changed = register.write(handle -> {
            SurveyTable table = new SurveyTable(handle);
            table.tablet(survey, secret());
            return table.bySlug(house.id(), survey.slug()).orElseThrow();
        });
        audit.write(actor, house.id(), "survey-tablet", PURPOSE, survey.slug());
        return changed;
    }

    @Override
    public Taken answer(House house, Survey survey, Map<String, List<String>> said, Way way, String language) {
        LocalDate today = today(house);
        AnswerReader.Read read = AnswerReader.read(house, bank().asked(survey.optional()), said);
        if (read.taken() != Taken.KEPT) {
            return read.taken();
        }
        Answer answer = new Answer(today, way, language, read.codes());
        return register.write(handle -> {
            SurveyTable table = new SurveyTable(handle);
            Optional<Survey> now = table.byAddress(survey.address());
            if (now.isEmpty() || now.get().state(today) != Survey.State.OPEN) {
                return Taken.CLOSED;
            }
            if (table.count(survey) >= ANSWERS_MAX) {
                return Taken.FULL;
            }
            table.keep(survey, List.of(answer), null, this::number);
            return Taken.KEPT;
        });
    }

    /** Not negative. */
    private long number() {
        return random.nextLong() >>> 1;
    }

    @Override
    public Paper paper(House house, Survey survey, byte[] csv, LocalDate day, Actor actor) {
        if (csv.length > PAPER_BYTES_MAX) {
            return refused("survey-paper-bytes", Integer.toString(PAPER_BYTES_MAX / 1_000_000));
        }
        LocalDate today = today(house);
        PaperReader.Read read = new PaperReader(
                        house,
                        bank().asked(survey.optional()),
                        bank().countries(),
                        day,
                        one -> !one.isBefore(survey.opens()) && !one.isAfter(today),
                        "fr")
                .read(csv);
        if (!read.faults().isEmpty()) {
            return new Paper(null, List.copyOf(read.faults()));
        }
        String sha256 = sha256(csv);
        Paper paper = register.write(handle -> {
            SurveyTable table = new SurveyTable(handle);
            if (table.hasFile(survey, sha256)) {
                return refused("survey-paper-again");
            }
            if (table.count(survey) + read.answers().size() > ANSWERS_MAX) {
                return refused("survey-full", Integer.toString(ANSWERS_MAX));
            }
            int number = table.batches(survey).size() + 1;
            Batch batch = new Batch(number, read.answers().size(), actor.login(), clock.instant(), null);
            table.addBatch(survey, batch, sha256);
            table.keep(survey, read.answers(), number, this::number);
            return new Paper(batch, List.of());
        });
        if (paper.batch() != null) {
            String told = survey.slug() + ", file " + paper.batch().number();
            audit.write(actor, house.id(), "survey-paper", PURPOSE, told);
        }
        return paper;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Paper refused(String code, String... arguments) {
        return new Paper(null, List.of(new Fault(0, "", code, List.of(arguments))));
    }

    @Override
    public List<Batch> batches(Survey survey) {
        return register.read(handle -> new SurveyTable(handle).batches(survey));
    }

    @Override
    public boolean undo(House house, Survey survey, int batch, Actor actor) {
        boolean undone = register.write(handle -> new SurveyTable(handle).undo(survey, batch, clock.millis()));
        if (undone) {
            audit.write(actor, house.id(), "survey-undone", PURPOSE, survey.slug() + ", file " + batch);
        }
        return undone;
    }

    @Override
    public List<List<String>> template(Survey survey) {
        return PaperTemplate.of(bank().asked(survey.optional()), survey.opens());
    }

    @Override
    public long answers(Survey survey) {
        return register.read(handle -> new SurveyTable(handle).count(survey));
    }

    @Override
    public SurveySheet results(House house, Survey survey) {
        List<Answer> all = register.read(handle -> new SurveyTable(handle).answers(survey));
        List<Answer> settled = Settled.of(all, today(house));
        Weighing.Weighed weighed = weights.weigh(house, today(house), settled);
        return sheet(house, survey, all.size(), settled, weighed);
    }

    private SurveySheet sheet(House house, Survey survey, int all, List<Answer> settled, Weighing.Weighed weighed) {
        Counting counting = new Counting(settled, weighed.weights());
        List<Question> asked = bank().asked(survey.optional());
        List<SurveySheet.Result> results = new ArrayList<>();
        asked.forEach(question -> results.add(counting.result(question)));
        counting.areas().ifPresent(results::add);
        Question overall = SurveyBank.find(asked, "overall").orElseThrow();
        List<LocalDate> days = settled.stream().map(Answer::day).sorted().toList();
        return new SurveySheet(
                survey.shown(),
                house.simulated(),
                all,
                settled.size(),
                counting.ways(),
                days.isEmpty() ? null : days.get(0),
                days.isEmpty() ? null : days.get(days.size() - 1),
                weighed.told(),
                List.copyOf(results),
                Quarters.of(settled, weighed.weights(), overall));
    }
}
