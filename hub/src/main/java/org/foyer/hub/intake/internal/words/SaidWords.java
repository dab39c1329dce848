package org.foyer.hub.intake.internal.words;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.foyer.hub.intake.HouseWords;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.WordField;
import org.foyer.hub.intake.WordsAnswer;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Problem;

/**
 * What people say of their house's own words. The register keeps it first; then the warehouse takes whatever of it it may
 * not hold yet, reading it anew when its turn has come. So the two agree in the end, whoever came between and wherever a
 * crash fell, and the last word is the one that counts.
 */
public final class SaidWords {

    private static final int PAGE_MAX = 500;

    private final WordRegister register;
    private final Warehouse warehouse;
    private final Clock clock;
    private final Consumer<String> crash;

    /** @param crash hears {@code words-kept} between the two stores and {@code words-taken} after them */
    public SaidWords(WordRegister register, Warehouse warehouse, Clock clock, Consumer<String> crash) {
        this.register = register;
        this.warehouse = warehouse;
        this.clock = clock;
        this.crash = crash;
    }

    public HouseWords list(HouseId house, int offset, int limit) {
        return warehouse.read(connection -> WordLabels.list(
                new Sql(connection), house, Math.max(0, offset), Math.max(1, Math.min(limit, PAGE_MAX))));
    }

    public WordsAnswer say(HouseId house, List<SaidWord> words, String actor) {
        if (words.size() > WordCheck.WORDS_MAX) {
            return new WordsAnswer(0, List.of(WordCheck.tooMany()));
        }
        Map<SaidWord, String> known = warehouse.read(connection -> WordLabels.kinds(new Sql(connection), house, words));
        List<Problem> problems = WordCheck.of(words, known);
        if (words.isEmpty() || !problems.isEmpty()) {
            return new WordsAnswer(0, problems);
        }
        register.say(house, words, actor, now());
        crash.accept("words-kept");
        settle(house);
        crash.accept("words-taken");
        long changed = words.stream()
                .filter(word ->
                        !String.valueOf(known.get(WordCheck.key(word))).equals(word.kind() == null ? "" : word.kind()))
                .count();
        return new WordsAnswer((int) changed, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Brings the warehouse in step with what was said of a house's words. */
    public void settle(HouseId house) {
        if (register.unsettled(house).isEmpty()) {
            return;
        }
        List<WordRegister.Kept> taken = warehouse.write(house, connection -> {
            List<WordRegister.Kept> unsettled = register.unsettled(house);
            WordLabels.apply(
                    new Sql(connection),
                    house,
                    unsettled.stream().map(WordRegister.Kept::word).toList());
            return unsettled;
        });
        register.settled(house, taken);
    }

    /** The same for every house of which a crash left words between the stores. */
    public void settle() {
        register.unsettledHouses().forEach(this::settle);
    }

    /** Gives the labels of a warehouse made anew everything that was ever said of them. */
    public void repeat(Warehouse fresh) {
        for (HouseId house : register.houses()) {
            fresh.write(connection -> WordLabels.apply(new Sql(connection), house, register.of(house)));
        }
    }

    /** What counts for a house while an import is at work, in which some words are said with the import itself. */
    public List<SaidWord> beside(HouseId house, Matching now) {
        List<SaidWord> said = register.of(house);
        if (now.values().isEmpty()) {
            return said;
        }
        var withImport = now.values().stream()
                .map(word -> new SaidWord(word.field(), word.label(), null))
                .collect(Collectors.toSet());
        return said.stream()
                .filter(word -> !withImport.contains(WordCheck.key(word)))
                .toList();
    }

    /** Of what is said with an import, the words that have a common list; the last one where a word is said twice. */
    public static List<SaidWord> of(Matching matching) {
        Map<SaidWord, SaidWord> words = matching.values().stream()
                .flatMap(word -> WordField.byKey(word.field())
                        .filter(field -> field.kinds().contains(word.kind()))
                        .map(field -> new SaidWord(word.field(), word.label(), word.kind()))
                        .stream())
                .collect(Collectors.toMap(WordCheck::key, word -> word, (first, last) -> last, LinkedHashMap::new));
        return List.copyOf(words.values());
    }
}
