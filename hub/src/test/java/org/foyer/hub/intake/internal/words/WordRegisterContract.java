package org.foyer.hub.intake.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of words on every register. */
abstract class WordRegisterContract {

    private static final HouseId OPERA = new HouseId(1);
    private static final HouseId OTHER = new HouseId(2);
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    private Register register;
    private WordRegister words;

    abstract Register register();

    @BeforeEach
    void open() {
        register = register();
        words = new WordRegister(register);
        for (int house = 1; house <= 2; house++) {
            int id = house;
            register.write(handle -> handle.execute(
                    "insert into house (id, slug, name, discipline, seats, zone, currency, simulated, person_salt, created_at)"
                            + " values (?, ?, 'x', 'opera', 1, 'Europe/Paris', 'EUR', 0, 'salt', 0)",
                    id,
                    "house-" + id));
        }
    }

    private static SaidWord word(String label, @Nullable String kind) {
        return new SaidWord("tariff", label, kind);
    }

    private void sayWithRun(Instant at, SaidWord... said) {
        register.write(handle -> {
            WordRegister.sayWithRun(handle, OPERA, List.of(said), "leo", at);
            return true;
        });
    }

    private void settle(HouseId house) {
        words.settled(house, words.unsettled(house));
    }

    @Test
    void aWordSaidAgainTakesThePlaceOfTheOneBefore() {
        words.say(OPERA, List.of(word("Maison", "group"), word("Ami", null)), "claire", NOON);
        words.say(OPERA, List.of(word("Maison", null), new SaidWord("channel", "Maison", "web")), "leo", NOON);
        words.say(OTHER, List.of(word("Maison", "youth")), "leo", NOON);
        assertThat(words.of(OPERA))
                .containsExactly(new SaidWord("channel", "Maison", "web"), word("Ami", null), word("Maison", null));
        assertThat(words.of(OTHER)).containsExactly(word("Maison", "youth"));
        assertThat(words.houses()).containsExactly(OPERA, OTHER);
        assertThat(register.<String>read(
                        handle -> handle.createQuery("select said_by from word where house = 1 and label = 'Ami'")
                                .mapTo(String.class)
                                .one()))
                .isEqualTo("claire");
    }

    @Test
    void anImportSaysNothingAboveWhatWasSaidSinceItBegan() {
        words.say(OPERA, List.of(word("Maison", "group"), word("Ami", "youth")), "claire", NOON);
        sayWithRun(NOON.minusSeconds(1), word("Maison", "school"), word("Scolaire", "school"));
        sayWithRun(NOON.plusSeconds(1), word("Ami", "pass"));
        assertThat(words.of(OPERA))
                .containsExactly(word("Ami", "pass"), word("Maison", "group"), word("Scolaire", "school"));
    }

    @Test
    void aWordIsUnsettledUntilTheWarehouseHasIt() {
        words.say(OPERA, List.of(word("Maison", "group"), word("Ami", null)), "claire", NOON);
        assertThat(words.unsettledHouses()).containsExactly(OPERA);
        settle(OPERA);
        assertThat(words.unsettledHouses()).isEmpty();
        sayWithRun(NOON.plusSeconds(1), word("Ami", "pass"));
        assertThat(words.unsettled(OPERA)).extracting(WordRegister.Kept::word).containsExactly(word("Ami", "pass"));
    }

    @Test
    void aWordSaidWhileTheWarehouseTookAnotherStaysUnsettled() {
        words.say(OPERA, List.of(word("Maison", "group")), "claire", NOON);
        List<WordRegister.Kept> taken = words.unsettled(OPERA);
        words.say(OPERA, List.of(word("Maison", null)), "claire", NOON);
        words.settled(OPERA, taken);
        assertThat(words.unsettled(OPERA)).extracting(WordRegister.Kept::word).containsExactly(word("Maison", null));
    }
}
