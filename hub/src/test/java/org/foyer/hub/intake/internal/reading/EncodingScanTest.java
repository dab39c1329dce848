package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingScanTest {

    private static final Charset LATIN_9 = EncodingScan.ISO_8859_15;
    private static final Charset WINDOWS = EncodingScan.WINDOWS_1252;

    private static Charset told(String text, Charset written) throws IOException {
        Path file = Files.createTempFile("encoding", ".csv");
        try {
            Files.write(file, text.getBytes(written));
            return EncodingScan.of(file).charset();
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Titre;Prix\nŒdipe roi;12\n",
                "Titre\nŒuvre au noir",
                "œuvres",
                "ŒUVRES COMPLÈTES;3",
                "Le cœur a ses raisons",
                "SŒURS",
                "Prix\n12 €\n",
                "Prix\n12€",
                "Prix\n€ 12\n",
                "Prix (€);Titre\n12;Le Cid\n",
                "Prix;Devise\n12;€\n",
                "Œil\n",
                "Anaïs Boÿer;LouŸs",
                "Dušan"
            })
    void aTinyFileInLatin9IsReadAsSuch(String text) throws IOException {
        assertThat(new String(text.getBytes(LATIN_9), LATIN_9)).isEqualTo(text);
        assertThat(told(text, LATIN_9)).isEqualTo(LATIN_9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Été",
                "Titre;Prix\nŒdipe roi;12\n",
                "Le cœur a ses raisons",
                "Prix\n12 €\n",
                "L’Avare",
                "L´Avare;CHÂTEAU D´EAU",
                "Durée\n1½ h\n",
                "Durée\n1½h\n",
                "½ tarif;¼ de finale;¾\n",
                "½heure;½journée;½prix",
                "¤ Concert\n¤ Théâtre\n",
                "Nom¦Prénom",
                "cœur, 1½ h, “été” à 5 €",
                "8½ de Fellini, ¼ d´heure"
            })
    void aFileInWindows1252StaysOne(String text) throws IOException {
        assertThat(new String(text.getBytes(WINDOWS), WINDOWS)).isEqualTo(text);
        assertThat(told(text, WINDOWS)).isEqualTo(WINDOWS);
    }

    private static final List<String> COMMON =
            List.of("Été", "à", "Le Cid", "12", "garçon", "21/02/2025", "Grande salle", "naïve", "23,50", "Molière");

    private static Arbitrary<String> cells(String... special) {
        Arbitrary<String> some =
                Arbitraries.oneOf(Arbitraries.of(COMMON), Arbitraries.of(special), Arbitraries.of(COMMON));
        Arbitrary<String> gap = Arbitraries.of(";", " ", "\n", "\r\n", "\t");
        return Combinators.combine(some, gap)
                .as((cell, after) -> cell + after)
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> latin9() {
        return cells("cœur", "Œuvre", "12 €", "SŒUR", "œil", "5€", "Œdipe", "nœud");
    }

    @Provide
    Arbitrary<String> windows() {
        return cells("L´Avare", "1½ h", "¾", ";¤ Bal", "½heure", "d´été", "¼ de finale", "8½");
    }

    @Provide
    Arbitrary<String> onlyWindows() {
        return cells("cœur", "L’Avare", "12 €", "“Bal”", "Œuvre", "1½ h", "d´été", "…");
    }

    /** Whatever is decided, every character of the file must come out as it was written. */
    @Property(tries = 200)
    void textInLatin9ComesOutAsItWasWritten(@ForAll("latin9") String text) throws IOException {
        assertThat(new String(text.getBytes(LATIN_9), told(text + "é", LATIN_9)))
                .isEqualTo(text);
    }

    @Property(tries = 200)
    void textInWindows1252ComesOutAsItWasWritten(@ForAll("windows") String text) throws IOException {
        assertThat(new String(text.getBytes(WINDOWS), told(text + "é", WINDOWS)))
                .isEqualTo(text);
    }

    @Property(tries = 200)
    void textWithBytesOfWindowsAloneComesOutAsItWasWritten(@ForAll("onlyWindows") String text) throws IOException {
        assertThat(new String(text.getBytes(WINDOWS), told(text + "é", WINDOWS)))
                .isEqualTo(text);
    }
}
