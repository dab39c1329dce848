package org.foyer.hub.site.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.document.OneFont;
import org.foyer.hub.site.internal.document.PlainText;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of a house with buyers in it: both languages, no value of any of them, and a PDF that reads. */
class ProtectionTextTest {

    /** Every value that the personal tables hold here; each is a word that no sentence would say. */
    private static final List<String> VALUES = List.of(
            "Quenneville",
            "Philiberte",
            "philiberte@quenneville.example",
            "+33699001122",
            "rue-du-Corbigeau",
            "58999",
            "Corbigny-sur-Test",
            "1931",
            "REF-4711",
            "kept-raw-row",
            "jeanne-login",
            "Jeanne Personne");

    private static final Pattern CODE =
            Pattern.compile("\"([a-z]+(?:-[a-z]+)+|secrets|profiling|hosting|joint|https|transfers|controller)\"");

    @TempDir
    static Path folder;

    private static Node node;
    private static House house;

    @BeforeAll
    static void aHouseWithABuyer() {
        node = Node.open(NodeSettings.of(folder, name -> null));
        house = node.houses()
                .add(new House(
                        new HouseId(1),
                        "oeuvre",
                        "Théâtre de l’Œuvre & Cie <€>",
                        Discipline.THEATRE,
                        400,
                        PostalAddress.UNKNOWN,
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        true));
        node.accounts().add("jeanne-login", "Jeanne Personne", true);
        node.gate().join(house.id(), Gate.COMPARISON, new Actor("jeanne-login", false, Map.of(), false));
        node.intake().receive(house.id(), "first.csv", InputStream.nullInputStream()); // makes the key of the house
        node.warehouse().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("""
                        insert into personal.person (house, person, sealed, with_birth_year, contact_key, run, line) values
                          (1, 1, personal.sealed(1, ['REF-4711', 'Quenneville', 'Philiberte',
                            'philiberte@quenneville.example', '+33699001122', 'rue-du-Corbigeau', '58999',
                            'Corbigny-sur-Test', null, '1931']), true, 0, 1, 1);
                        insert into personal.quarantine (house, run, file, line, code, sealed) values
                          (1, 1, 1, 7, 'x', personal.sealed(1, ['Quenneville', 'kept-raw-row']));
                        insert into contact_quality values (1, 1, 1, 1, 1, 0)
                        """);
            }
        });
    }

    @AfterAll
    static void close() {
        node.close();
    }

    private static ProtectionSheet sheet() {
        return node.protection().of(house, Surroundings.UNKNOWN);
    }

    @Test
    void noValueOfAPersonIsInItInEitherLanguage() throws JsonProcessingException {
        for (Language language : Language.ALL) {
            Document document = ProtectionText.of(sheet(), language);
            String whole = PlainText.of(document)
                    + JsonFormat.mapper().writeValueAsString(document)
                    + JsonFormat.mapper().writeValueAsString(sheet());
            assertThat(whole).contains("Théâtre de l’Œuvre", language.say("dp_record_title"));
            assertThat(VALUES).allSatisfy(value -> assertThat(whole).doesNotContain(value));
            assertThat(whole).doesNotContain("dp_").doesNotContainPattern("\\{\\d}");
        }
    }

    @Test
    void theSentencesCountInEachLanguage() {
        String french = PlainText.of(ProtectionText.of(sheet(), Language.FRENCH));
        String english = PlainText.of(ProtectionText.of(sheet(), Language.ENGLISH));
        assertThat(french)
                .contains(
                        "Foyer détient les coordonnées de 1 acheteur de cette maison, 1 avec une adresse électronique.")
                .contains("Données simulées\u00a0: ")
                .contains("Une personne peut être effacée partout, avec une preuve.")
                .contains("Les coordonnées sont chiffrées sous une clé de la maison.");
        assertThat(english)
                .contains("Foyer holds the contacts of 1 buyer of this house, 1 with an e-mail address.")
                .contains("A person can be erased everywhere, with a proof.")
                .contains("Contacts are encrypted under a key of the house.");
    }

    /** The codes in the source of points and criteria, so that no rare case ends a page with a bug. */
    @Test
    void everyCodeHasItsSentence() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (String source : List.of("FifteenPoints", "NineCriteria")) {
            Path file = Path.of("src/main/java/org/foyer/hub/governance/internal", source + ".java");
            CODE.matcher(Files.readString(file)).results().forEach(hit -> codes.add(hit.group(1)));
        }
        codes.remove("due-");
        codes.addAll(List.of("due-contacts", "due-contacts-last", "due-quarantine", "due-quarantine-last"));
        assertThat(codes).hasSizeGreaterThan(70);
        for (Language language : Language.ALL) {
            assertThat(codes).allSatisfy(code -> {
                String key = "dp_" + code.replace('-', '_');
                assertThat(language.knows(key) || language.knows(key + "_one") && language.knows(key + "_many"))
                        .as(key)
                        .isTrue();
            });
        }
    }

    @Test
    void whatTheHouseFilledInStandsInTheRecord() {
        node.purposes()
                .decide(
                        house.id(),
                        new Terms(24, 6, "Association de l’Œuvre", "dpo@oeuvre.example", "Lyon", "01 02 03"),
                        Actor.commandLine());
        assertThat(PlainText.of(ProtectionText.of(sheet(), Language.ENGLISH)))
                .contains("Association de l’Œuvre", "dpo@oeuvre.example", "24 months after the last order");
    }

    @Test
    void thePdfReadsInBothLanguagesAndIsTagged() throws IOException {
        for (Language language : Language.ALL) {
            byte[] file = DocumentPdf.of(ProtectionText.of(sheet(), language));
            Files.createDirectories(Path.of("target/pages"));
            Files.write(Path.of("target/pages/data-protection-" + language.code() + ".pdf"), file);
            assertThat(FontMappers.instance()).isInstanceOf(OneFont.class); // no font of the machine was looked for
            try (PDDocument document = Loader.loadPDF(file)) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains(language.say("nav_protection"), "Théâtre de l’Œuvre & Cie <€>")
                        .contains(language.say("dp_points_title"), "15. " + language.say("dp_point_15"));
                assertThat(VALUES).allSatisfy(value -> assertThat(text).doesNotContain(value));
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                        .isTrue();
                assertThat(document.getDocumentCatalog().getLanguage()).startsWith(language.code());
                assertThat(document.getDocumentInformation().getTitle()).contains("Œuvre");
                assertThat(fontsOutside(document)).isEmpty();
            }
        }
    }

    /** Fonts that the reader's machine would have to have. */
    private static List<String> fontsOutside(PDDocument document) throws IOException {
        List<String> outside = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                if (!font.isEmbedded()) {
                    outside.add(font.getName());
                }
            }
        }
        return outside;
    }
}
