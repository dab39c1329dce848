package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.foyer.hub.intake.Holds;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.recipe.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markup in the cells of tables, of which only words are kept. */
class MarkupTest {

    /** What is no markup, and what a house writes: all of it stays to the letter. */
    private static final List<String> PLAIN = List.of(
            "a < b",
            "R&B",
            "R&B; soul",
            "5 > 3",
            "<3",
            "Roméo <3 Juliette",
            "Q&A",
            "x &y; z",
            "-> fin",
            "1 <2> 3",
            "&",
            "<");

    private static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror=alert(1)//",
            "<svg/onload=alert(1)>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<a href=\"javascript:alert(1)\">Lear</a>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<style>@import 'x'</style>",
            "<!--><script>alert(1)</script-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "&#x3c;img src=x onerror=alert(1)&#x3e;",
            "</title><script>alert(1)</script>",
            "<math><mtext><script>alert(1)</script></mtext></math>");

    @TempDir
    Path folder;

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab3 é<>&;#x/!?\n\u00a0").ofMaxLength(20);
    }

    @Property(tries = 2_000)
    void whatMayNotBeMarkupStaysAndNoTagIsLeft(@ForAll("texts") String text) {
        String without = Markup.without(Field.SUBTITLE, text);
        if (!text.matches("(?s).*(<[abx/!?]|&[#abx]).*")) {
            assertThat(without).isEqualTo(text);
        }
        assertThat(without).doesNotContainPattern("<[A-Za-z/!?]");
    }

    @Test
    void plainTextsStayAndAttacksDoNot() {
        assertThat(PLAIN)
                .allSatisfy(
                        text -> assertThat(Markup.without(Field.TITLE, text)).isEqualTo(text));
        assertThat(ATTACKS).allSatisfy(text -> {
            for (Field field : List.of(Field.TITLE, Field.DESCRIPTION, Field.CONTRIBUTOR)) {
                assertThat(Markup.without(field, text)).doesNotContainPattern("<[A-Za-z/!?]");
            }
        });
        assertThat(Markup.without(Field.TITLE, ATTACKS.get(0)))
                .as("a show keeps a title")
                .isEqualTo("script alert(1) /script");
        assertThat(Markup.without(Field.PERFORMANCE_REF, "<b>1</b>"))
                .as("a reference")
                .isEqualTo("<b>1</b>");
    }

    @Test
    void aProgrammeIsKeptWithoutItAndTheSameTwice() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            String text = "titre;date et heure;lieu;salle;description;oeuvre;artiste;role\n"
                    + "\"<b>Lear</b> &amp; Co\";12/11/2025 20:00;\"Th&eacute;&acirc;tre\";\"Salle&nbsp;A\";"
                    + "<p>Un roi.</p><p>Trois <script>alert(1)</script>filles.</p>;<i>Lear</i>;\"Ann O&#39;Brien\";jeu\n"
                    + "R&B a < b <3;13/11/2025 20:00;Théâtre;Salle A;5 > 3;R&B;Ann O'Brien;jeu\n";
            RunReport report = stand.run(PARIS, stand.receive("programme.csv", text));
            assertThat(report.holds()).isEqualTo(Holds.PROGRAMME);
            assertThat(report.quarantined()).isZero();
            assertThat(stand.query("select title from production order by title"))
                    .containsExactly("Lear & Co", "R&B a < b <3");
            assertThat(stand.query("select name from venue")).containsExactly("Théâtre");
            assertThat(stand.query("select distinct hall from performance")).containsExactly("Salle A");
            assertThat(stand.query("select value from description_now where property = 'description' order by all"))
                    .containsExactly("5 > 3", "Un roi.\n\nTrois filles.");
            assertThat(stand.query("select title from work order by title")).containsExactly("Lear", "R&B");
            assertThat(stand.query("select distinct name from contribution")).containsExactly("Ann O'Brien");
            RunReport again = stand.run(PARIS, stand.receive("programme.csv", text));
            assertThat(again.taken()).isZero();
            List<String> before = stand.everything();
            stand.intake.rebuild(Progress.NONE);
            assertThat(stand.everything()).isEqualTo(before);
        }
    }

    /** The same show, told with markup by the ticketing tool and without by the programme, is one. */
    @Test
    void salesAreOfTheShowWithoutMarkup() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            stand.run(
                    PARIS,
                    stand.receive("programme.csv", "titre;date et heure;salle\nLear & Co;12/11/2025 20:00;Salle A\n"));
            RunReport report = stand.run(
                    PARIS,
                    stand.receive(
                            "ventes.csv",
                            "billet;opération;date de vente;montant;spectacle;date;salle;tarif\n"
                                    + "T1;vente;01/05/2025 10:00;20,00;\"<em>Lear</em> &amp; Co\";12/11/2025 20:00;Salle A;Plein\n"
                                    + "T2;vente;01/05/2025 10:00;20,00;Lear & Co;12/11/2025 20:00;Salle A;Plein\n"));
            assertThat(report.state()).isEqualTo(RunState.COMMITTED);
            assertThat(report.taken()).isEqualTo(2);
            assertThat(stand.query("select title from production")).containsExactly("Lear & Co");
            assertThat(stand.query("select count(distinct performance) from sale_line"))
                    .containsExactly("1");
        }
    }

    /** More texts than are held at once, all of the same show. */
    @Test
    void manyTextsAreTakenInPieces() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            StringBuilder text = new StringBuilder("titre;date et heure\n");
            for (int i = 0; i < 130; i++) {
                text.append("<b>Show</b> ").append(i).append(";12/11/2025 20:00\n");
            }
            stand.run(PARIS, stand.receive("programme.csv", text.toString()));
            assertThat(stand.query(
                            "select count(*), count(distinct title), bool_or(contains(title, '<')) from production"))
                    .containsExactly("130|130|false");
        }
    }
}
