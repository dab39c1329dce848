package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of figures rendered without a server, and left in target/pages for whoever wants to look. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path OUT = Path.of("target/pages");
    static final House HOUSE = new House(
            new HouseId(1),
            "ville-haute",
            "Théâtre de la Ville haute",
            Discipline.THEATRE,
            526,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            true);
    private static final SampleFigures FIGURES = new SampleFigures();

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyPageOfFiguresRenders(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        String home = render(
                language,
                "home",
                HomePage.view(FIGURES, ids -> java.util.Map.of(), language, HOUSE, SampleFigures.TODAY, true));
        assertThat(home)
                .contains("Nuit blanche &lt;et&gt; noire")
                .doesNotContain("{t:")
                .contains("lang=\"" + code + "\"");
        assertThat(home).contains(language.say("simulated"));
        render(
                language,
                "figures",
                FiguresPage.view(
                        FIGURES,
                        language,
                        HOUSE,
                        new Season(2026),
                        SampleFigures.TODAY.minusDays(1),
                        SampleFigures.TODAY));
        render(
                language,
                "performances",
                PerformancesPage.list(FIGURES, language, HOUSE, new Season(2026), SampleFigures.TODAY, 0));
        String one = render(
                language,
                "performance",
                PerformancesPage.one(
                        FIGURES, SampleForecasts.SHOWN, language, HOUSE, 2, SampleFigures.TODAY, SampleFigures.TODAY));
        assertThat(one).contains(language.say("days_before_short", 14));
        render(language, "dictionary", DictionaryPage.view(FIGURES, language));
        render(language, "vocabularies", VocabularyPage.list(language));
        for (Vocabulary vocabulary : Vocabularies.all()) {
            assertThat(render(language, "vocabulary", VocabularyPage.view(vocabulary, language, "https://n.example")))
                    .contains("id=\"" + vocabulary.concepts().get(0).code() + "\"");
        }
        assertThat(render(language, "matches", MatchesPageTest.view(language)))
                .contains("12 rue de la Paix", "value=\"-7\"", language.say("match_different"))
                .contains(
                        "<title id=\"pair-1-graph\">" + language.say("match_graph"),
                        "<desc id=\"pair-1-graph-says\">",
                        "<line class=\"holds\"",
                        "<line class=\"against\"")
                .doesNotContain("{t:", "null", "style=");
        assertThat(render(language, "segments", SampleSegments.view(language, HOUSE)))
                .contains(
                        "Norma &lt;bis&gt;",
                        "Faute &lt;une&gt;",
                        "Amis &lt;du&gt; théâtre",
                        "value=\"7\" checked",
                        "action=\"/h/ville-haute/segments/contacts\"",
                        "action=\"/h/ville-haute/segments/amis/delete\"")
                .doesNotContain("{t:", "/segments/rf-new");
        SegmentWords words = new SegmentWords(
                language, new org.foyer.hub.insight.SegmentChoices(List.of(), List.of(), List.of()), "EUR");
        assertThat(SampleSegments.eachKind())
                .allSatisfy(definition -> assertThat(words.sentence(definition)).doesNotContain("{", "null"));
        assertThat(render(language, "person", SamplePerson.view(language, HOUSE)))
                .contains(
                        "J’accepte &lt;la lettre&gt;.",
                        "class=\"tag bad\">" + language.say("consent_standing_objected"),
                        "name=\"channel\" value=\"sms\">",
                        "/h/x/people/42/consents/receipt.json")
                .doesNotContain("{t:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePageOfTheAudienceSaysWhatIsKnownAndWhatCannotBeTold(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        boolean french = code.equals("fr");
        assertThat(render(language, "audience", SampleAudience.known(language, HOUSE)))
                .contains("Corbeille &lt;haute&gt;", language.say("part_overdue"), "/audience/price-steps.csv?season=")
                .contains(
                        french
                                ? "En cinq ans, un acheteur a payé 123\u00a0€ en moyenne"
                                : "In five years a buyer paid €123 on average")
                .contains(french ? "une corrélation de 0,07" : "correlate at 0.07")
                .contains(french ? "De 10\u00a0€ à moins de 20\u00a0€" : "€10 to less than €20")
                .contains(french ? "25\u00a0% des billets" : "25% of tickets")
                .doesNotContain("{t:", "null", "style=", language.say("audience_nobody"));
        assertThat(render(language, "audience", SampleAudience.known(language, HOUSE)))
                .contains(
                        "Angers (49)",
                        language.say("catchment_as_known", language.formats().longDay(SampleFigures.TODAY)),
                        french
                                ? "53200, Château-Gontier-sur-Mayenne ou l’une de 10 autres"
                                : "53200, Château-Gontier-sur-Mayenne or one of 10 others",
                        "SW1A GB",
                        french ? "&lt; 0,1" : "&lt; 0.1",
                        "class=\"disc away\"",
                        "class=\"ground own\"",
                        "Pays de la Loire <b>" + language.say("region_of_house"),
                        language.say(
                                "regions_finding_away",
                                "Île-de-France",
                                language.formats().wholePercent(0.21)),
                        "/audience/regions.csv?season=")
                .containsOnlyOnce("disc away");
        assertThat(render(language, "audience", SampleAudience.nameless(language, HOUSE)))
                .contains(language.say("audience_nobody"), "Corbeille &lt;haute&gt;", language.say("audience_prices"))
                .doesNotContain("{t:", "id=\"lifetime-value\"");
        assertThat(render(language, "audience", SampleAudience.nothing(language, HOUSE)))
                .contains(language.say("audience_nobody"))
                .doesNotContain("{t:", language.say("audience_prices"));
        assertThat(render(language, "audience", SampleAudience.few(language, HOUSE)))
                .contains(
                        language.say("why_nobody_twice"),
                        language.say("why_history_too_short"),
                        language.say("why_too_few_people"),
                        language.say("why_one_zone"),
                        language.say("why_one_price"),
                        language.say("says_price_moves_none"))
                .doesNotContain("{t:", language.say("why_other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aPerformanceTellsHowCompleteItIs(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        PerformanceView view =
                PerformancesPage.one(FIGURES, null, language, HOUSE, 2, SampleFigures.TODAY, SampleFigures.TODAY);
        assertThat(render(language, "performance", view)).doesNotContain(language.say("quality_date"));
        Quality.OfDate lacking = new Quality.OfDate(
                2,
                3000001,
                79,
                List.of(new Quality.Property("picture", 15, 0, 15), new Quality.Property("duration", 6, 0, 6)));
        assertThat(render(language, "performance", view.with(PerformancesPage.quality(language, lacking, true))))
                .contains(
                        language.say("quality_date_told", "79"),
                        language.say(
                                "quality_first",
                                language.say("quality_picture"),
                                language.formats().decimal(15)),
                        "<th scope=\"row\">" + language.say("quality_duration") + "</th><td class=\"number\">6</td>",
                        "value=\"3000001\"")
                .doesNotContain("{t:");
        assertThat(render(language, "performance", view.with(PerformancesPage.quality(language, lacking, false))))
                .as("who only reads opens no sheet")
                .doesNotContain("value=\"3000001\"");
        Quality.OfDate whole = new Quality.OfDate(2, 3000001, 100, List.of());
        assertThat(render(language, "performance", view.with(PerformancesPage.quality(language, whole, true))))
                .contains(language.say("quality_date_told", "100"), language.say("quality_date_whole"))
                .doesNotContain(language.say("quality_missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyPageOfQualityRenders(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        assertThat(render(language, "quality", SampleQuality.house(language, HOUSE)))
                .contains("Nuit &lt;blanche&gt;", "/quality/sources/programme-columns?house=ville-haute", "%3Cown%3E")
                .doesNotContain("{t:");
        assertThat(render(language, "quality-houses", SampleQuality.houses(language)))
                .contains("Ville &lt;haute&gt;", "/h/haute/quality", "/h/port/programme", language.say("simulated"))
                .doesNotContain("{t:");
        assertThat(render(language, "quality-source", SampleQuality.source(language)))
                .contains("/api/quality/sources/programme-columns/dates.csv?house=haute", "&lt;blanche&gt;")
                .contains(language.count("quality_dates", 2), language.say("quality_source_more"))
                .doesNotContain("{t:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void doublesTellDatesThatMayBeAnnouncements(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        DoublesView.Announcement one = DoublesPage.announcement(
                language,
                new org.foyer.hub.intake.Doubles.Announcement(
                        7, 3000001, "Saison <27>", java.time.LocalDate.of(2026, 6, 1), null));
        assertThat(render(
                        language,
                        "doubles",
                        new DoublesView(
                                "/h/ville-haute",
                                "",
                                null,
                                null,
                                List.of(new DoublesView.Pair(
                                        0, "tour", "", "", List.of(), List.of(side(1), side(2), side(3)))),
                                null,
                                List.of(),
                                List.of(one),
                                "+ 3",
                                List.of())))
                .contains("name=\"keep\" value=\"1\"", "name=\"other\" value=\"2\" checked", "value=\"3\" checked")
                .contains("Saison &lt;27&gt;", "2026", "action=\"/h/ville-haute/sheets\"", "value=\"3000001\"", "+ 3")
                .contains(language.say("doubles_announcements"))
                .doesNotContain("{t:");
    }

    private static DoublesView.Side side(int id) {
        return new DoublesView.Side(id, "La <Mouette>", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyPageOfSurveysRenders(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        assertThat(render(language, "survey-form", SampleSurvey.form(language)))
                .contains(
                        "Saison &lt;26&gt;", "value=\"&quot;49000\"", "class=\"ask tablet\"", "value=\"press\" checked")
                .doesNotContain("<script", "{t:");
        assertThat(render(language, "survey", SampleSurvey.results(language)))
                .contains("&lt;une&gt;", "/h/x/surveys/s/paper/2/undo", "x1=\"70%\"", "address?tablet=key")
                .contains("Parmi 6 &lt;autres&gt;", "cx=\"77%\"", "/compare\">", "Jamais &lt;1&gt;")
                .doesNotContain("/paper/1/undo", "{t:");
        SurveyFormView.Said said = new SurveyFormView.Said(
                "Merci", "Ville haute", true, true, List.of("Bonne soirée"), "/s/a?tablet=k", 12);
        assertThat(render(language, "survey-said", said)).contains("content=\"12;url=/s/a?tablet=k\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void sharedBuyersRender(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        for (String why : List.of("not-taking-part", "overlap-alone")) {
            assertThat(render(language, "overlap", SampleOverlap.nothing(language, HOUSE, why)))
                    .doesNotContain("{t:", "<table", "<svg role", "null");
        }
        assertThat(render(language, "overlap", SampleOverlap.view(language, HOUSE)))
                .contains("&lt;y&gt;", "540", "27", "fill-opacity=\"1.00\"", "name=\"takes-part\" value=\"false\"")
                .contains(language.say("overlap_too_few"), "2–3")
                .contains(
                        "lear · Node &lt;n&gt;",
                        "&lt;otello&gt;",
                        language.formats().number(21_400),
                        "± 410")
                .contains(language.say("overlap_network_step_second", "3", "7"), "value=\"stop\"")
                .contains("id=\"new-to-network\"", "620", "/dictionary#new-to-network")
                .contains(code.equals("fr") ? "Danse" : "Dance", language.say("overlap_genre_unknown"))
                .contains(
                        language.say("overlap_all_buyers"),
                        language.say("lift_times", language.formats().decimal(2)))
                .contains("Node &lt;n&gt;", "870", language.say("overlap_nodes_send", "3", "6"), "value=\"tosca\"")
                .contains("tosca</span></button>", "value=\"ask\"")
                .doesNotContain("{t:", "style=", "Bal populaire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void freeQuestionsRender(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        assertThat(render(language, "ask", SampleStudy.alone(language, HOUSE)))
                .contains(language.say("ask_not_taking_part"), language.say("ask_join"))
                .doesNotContain("{t:", "<table", "null");
        assertThat(render(language, "ask", SampleStudy.answered(language, HOUSE)))
                .contains("± 31", "class=\"range\"", "name=\"takes-part\" value=\"false\"", "ask.csv?measure=buyers")
                .contains("<option value=\"genre=theatre\"", "1/2")
                .doesNotContain("{t:", "style=", "null");
        assertThat(render(language, "ask", SampleStudy.spent(language, HOUSE)))
                .contains(language.formats().longDay(java.time.LocalDate.parse("2027-01-01")))
                .doesNotContain("{t:", "<table", "null");
        assertThat(render(language, "ask", SampleStudy.refused(language, HOUSE)))
                .contains("role=\"alert\"", "&lt;no&gt;")
                .doesNotContain("{t:", "<table", "null");
        assertThat(render(language, "ask", SampleStudy.overNodes(language, HOUSE)))
                .contains("&lt;Nord&gt;", language.say("ask_node_gave", "4"), language.say("ask_node_away"))
                .contains("/ask/nodes.csv?measure=buyers", "/ask/nodes/participation")
                .doesNotContain("{t:", "style=", "null");
        assertThat(render(language, "ask", SampleStudy.ofObserver(language)))
                .contains("action=\"/study\"", language.say("ask_observer_see_2"), "href=\"/observatory\"")
                .doesNotContain("{t:", "takes-part", "null");
        assertThat(render(language, "observers", SampleStudy.observers(language, HOUSE)))
                .contains("&lt;Région&gt;", language.say("observers_takes_no_part"), language.say("observers_join"))
                .doesNotContain("{t:", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theObservatoryRenders(String code) throws IOException {
        Language language = Language.of(java.util.Locale.forLanguageTag(code));
        assertThat(render(language, "observatory", SampleObservatory.none(language)))
                .contains(language.say("observatory_none"), language.say("observatory_members"))
                .doesNotContain("{t:", "<table", "null");
        assertThat(render(language, "observatory", SampleObservatory.view(language)))
                .contains(
                        "&lt;Name&gt;", "fill-opacity=\"1.00\"", "stroke-dasharray", language.say("observatory_hidden"))
                .contains("/observatory/t.csv?season=2025-26&amp;simulated=true", "JSON-stat")
                .contains(language.say("observatory_open"), language.say("observatory_simulated"))
                .doesNotContain("{t:", "style=", "null");
    }

    static String render(Language language, String template, Object view) throws IOException {
        Frame frame = new Frame(
                language,
                "auto",
                language.say("nav_home"),
                HOUSE,
                List.of(
                        new Frame.Group(
                                null,
                                List.of(
                                        new Frame.Link(language.say("nav_home"), "/h/x", true),
                                        new Frame.Link(language.say("nav_figures"), "/h/x/figures", false))),
                        new Frame.Group(
                                language.say("nav_data"),
                                List.of(new Frame.Link(language.say("nav_import"), "/h/x/import", false)))),
                "claire",
                "token",
                "/",
                List.of(new Frame.Choice("fr", "Français", "fr", true), new Frame.Choice("en", "English", "en", false)),
                List.of(new Frame.Choice("auto", language.say("theme_auto"), language.code(), true)));
        String html = engine().getTemplate(template)
                .instance()
                .setLocale(language.locale())
                .data("frame", frame)
                .data("view", view)
                .render();
        Files.createDirectories(OUT);
        Files.writeString(OUT.resolve(template + "-" + language.code() + ".html"), html);
        return html;
    }

    private static Engine engine() {
        EngineBuilder builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver());
        builder.addNamespaceResolver(new Words());
        builder.addResultMapper(new HtmlEscaper(List.of("text/html")));
        builder.addLocator(id -> {
            Path file = TEMPLATES.resolve(id + ".html");
            return Files.isRegularFile(file) ? Optional.of(new Located(file)) : Optional.empty();
        });
        return builder.build();
    }

    private record Located(Path file) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            try {
                return Files.newBufferedReader(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType("text/html"));
        }
    }
}
