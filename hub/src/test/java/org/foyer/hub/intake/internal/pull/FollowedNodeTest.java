package org.foyer.hub.intake.internal.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.catalogue.internal.ChangeFeed;
import org.foyer.hub.catalogue.internal.ChangeMarks;
import org.foyer.hub.catalogue.internal.ChangeTimes;
import org.foyer.hub.catalogue.internal.Descriptions;
import org.foyer.hub.fetching.StubPeer;
import org.foyer.hub.intake.PulledSource.State;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with stores of their own: one follows the other's programme through its feed, over HTTP. */
class FollowedNodeTest {

    private static final String BASE = "http://" + StubPeer.HOST;
    private static final House HOUSE = new House(
            IntakeStand.PARIS,
            "grand-theatre",
            "Grand théâtre",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    private static final String PROGRAMME = """
            Référence;Titre;Date;Heure;Salle;Lieu;Genre
            a1;Le Cid;15/01/2026;20:00;Grande salle;Odéon;Théâtre
            a2;Le Cid;16/01/2026;20:00;Grande salle;Odéon;Théâtre
            """;

    private static final String MORE = """
            Référence;Titre;Date;Heure;Salle;Lieu;Genre
            b1;Giselle;20/02/2026;20:00;Grande salle;Odéon;Ballet
            """;

    /** Everything that the feed tells of a date, once. */
    private static final String WHOLE = """
            Référence;Titre;Sous-titre;Date;Heure;Salle;Lieu;Adresse;Code postal;Ville;Région;Pays;Site du lieu;Latitude;Longitude;\
            Genre;Compagnie;Description;Lien;Ordre;Œuvre;Mouvement;Artiste;Rôle;Instrument;Durée;Âge minimum;Langue;Surtitres;\
            Accessibilité;Public visé;Disponibilité;Prix minimum;Prix maximum;Identifiants œuvre;Identifiants lieu;Identifiants artiste
            c1;Soirée Ravel;Un hommage;15/01/2026;20:00;Grande salle;Odéon;Place de l’Odéon 1;75006;Paris;Île-de-France;FR;\
            https://odeon.example/;48.8496;2.3388;Opéra;Compagnie du Port;Deux œuvres, un soir.;https://grand.example/ravel;1;\
            L’Heure espagnole;;Maurice Ravel;composer;;95;8;fr;en;Langue des signes, audiodescription;families;dernières places;\
            12;45,50;wikidata: Q1164868;wikidata: Q1044823;isni: 000000012146438X
            c1;Soirée Ravel;Un hommage;15/01/2026;20:00;Grande salle;Odéon;Place de l’Odéon 1;75006;Paris;Île-de-France;FR;\
            https://odeon.example/;48.8496;2.3388;Opéra;Compagnie du Port;Deux œuvres, un soir.;https://grand.example/ravel;2;\
            Boléro;;Maurice Ravel;composer;;95;8;fr;en;Langue des signes, audiodescription;families;dernières places;\
            12;45,50;;wikidata: Q1044823;
            c1;Soirée Ravel;Un hommage;15/01/2026;20:00;Grande salle;Odéon;Place de l’Odéon 1;75006;Paris;Île-de-France;FR;\
            https://odeon.example/;48.8496;2.3388;Opéra;Compagnie du Port;Deux œuvres, un soir.;https://grand.example/ravel;;\
            ;;Anne Roy;danseuse;;95;8;fr;en;Langue des signes, audiodescription;families;dernières places;\
            12;45,50;;wikidata: Q1044823;
            """;

    /** What a node knows of the dates that it shows, whatever their numbers are there. The feed tells a producer among the credits. */
    private static final String KNOWN = """
            with date as (select *, strftime(starts_local, '%Y-%m-%d %H:%M') as hour from shown_performance where house = 1)
            select hour || ' venue: ' || concat_ws(', ', v.name, hall, street, postcode, city, region, country, v.url, latitude, longitude) as known
            from date join venue v on v.id = date.venue
            union select hour || ' show: ' || concat_ws(', ', title, genre, r.description, r.url)
            from date join production r on r.id = date.production
            union select hour || ' work: ' || concat_ws(', ', i.position, w.title, i.part)
            from date join programme_item i on i.performance = date.id join work w on w.id = i.work
            union select hour || ' credit: ' || concat_ws(', ', c.position, c.name, c.role, c.instrument)
            from date join contribution c on c.performance = date.id
            union select hour || ' credit: ' || producer || ', producer'
            from date join production r on r.id = date.production where producer is not null
            union select hour || ' said: ' || concat_ws(', ', d.property, d.language, d.value)
            from date join description_now d on d.thing in (date.id, date.production) and d.property <> 'producer'
            union select hour || ' outside: ' || concat_ws(', ', o.kind, o.property, o.value)
            from date join found_outside_now o on o.house = date.house and o.kind <> 'house' order by known
            """;

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    private PullStand stand;
    private IntakeStand other;

    @BeforeEach
    void open() {
        stand = new PullStand(folder);
        other = new IntakeStand(otherFolder);
        serve();
    }

    @AfterEach
    void close() {
        stand.close();
        other.close();
    }

    /** What the route of the feed does, over the stores of the other node. */
    private void serve() {
        ChangeFeed feed = new ChangeFeed(other.warehouse, id -> Optional.of(HOUSE), ChangeMarks.of(other.register));
        StubPeer.Answer pages = exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String after = query == null ? "0-0" : query.replaceFirst("after=", "");
            if (!feed.isOfThis(after)) {
                StubPeer.status(410).to(exchange);
                return;
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            feed.write(Changes.Position.parse(after).orElseThrow(), BASE, BASE + "/api/programme-changes?after=", page);
            StubPeer.body(200, "application/json", page.toString(StandardCharsets.UTF_8))
                    .to(exchange);
        };
        stand.peer.on("/api/programme-changes", pages);
        stand.peer.on("/api/programme-changes?*", pages);
    }

    private RunReport told(String programme) {
        RunReport report = other.run(IntakeStand.PARIS, other.receive("programme.csv", programme));
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private List<String> shown() {
        return stand.node.query(
                "select r.title || ' ' || strftime(p.starts_local, '%Y-%m-%d %H:%M') || ' ' || coalesce(r.genre, '')"
                        + " from shown_performance p join production r on r.house = p.house and r.id = p.production"
                        + " where p.house = 1 order by 1");
    }

    private String followed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Descriptions(stand.node.warehouse, ChangeTimes.of(stand.node.register))
                .write(
                        HOUSE,
                        java.time.LocalDate.of(2025, 1, 1),
                        java.time.LocalDate.of(2027, 1, 1),
                        "https://follower.example",
                        RdfForm.JSON_LD,
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheOtherShowsIsShownHereAndWhatItTakesBackGoes() throws IOException {
        told(PROGRAMME);
        stand.added("foyer", "/", Map.of(), null);
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(shown()).containsExactly("Le Cid 2026-01-15 20:00 Théâtre", "Le Cid 2026-01-16 20:00 Théâtre");
        assertThat(followed()).contains("\"sameAs\":{\"@id\":\"" + BASE + "/id/performance/");
        assertThat(stand.pull().state()).isEqualTo(State.UNCHANGED);

        RunReport more = told(MORE);
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(shown()).hasSize(3).contains("Giselle 2026-02-20 20:00 Ballet");

        String ballet = stand.node
                .query("select p.id from performance p join production r on r.id = p.production"
                        + " where r.title = 'Giselle'")
                .get(0);
        other.intake.undo(more.run(), "ada");
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(shown()).hasSize(2).noneMatch(line -> line.startsWith("Giselle"));
        Descriptions here = new Descriptions(stand.node.warehouse, ChangeTimes.of(stand.node.register));
        assertThat(here.find("performance", ballet)).isEmpty();
        assertThat(here.gone("performance", ballet)).isPresent();

        told(MORE);
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(shown()).hasSize(3).contains("Giselle 2026-02-20 20:00 Ballet");
        assertThat(here.find("performance", ballet)).isPresent();
    }

    @Test
    void allThatTheOtherTellsOfADateIsKnownHere() {
        told(WHOLE);
        stand.added("foyer", "/", Map.of(), null);
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(stand.node.query(KNOWN)).containsExactlyElementsOf(other.query(KNOWN));
    }

    /** As after a crash between the commit of the run and the end of the pull. */
    @Test
    void pagesThatAreReadTwiceChangeNothing() {
        told(PROGRAMME);
        stand.added("foyer", "/", Map.of(), null);
        stand.pull();
        List<String> before = stand.node.query("select count(*), max(changed_run) from performance");
        stand.node.register.write(handle -> handle.execute("update pulled_source set etag = null, digest = null"));
        stand.later(Duration.ofMinutes(5));
        stand.pull();
        assertThat(stand.node.query("select count(*), max(changed_run) from performance"))
                .isEqualTo(before);
        assertThat(stand.pull().state()).isEqualTo(State.UNCHANGED);
    }

    @Test
    void aNodeThatWasSetUpAnewIsFollowedFromItsBeginning(@TempDir Path anew) {
        told(PROGRAMME);
        stand.added("foyer", "/", Map.of(), null);
        stand.pull();
        other.close();
        other = new IntakeStand(anew);
        other.now = other.now.plus(Duration.ofDays(1));
        serve();
        told(PROGRAMME + "a3;Le Cid;17/01/2026;20:00;Grande salle;Odéon;Théâtre\n");
        assertThat(stand.pull().state()).isEqualTo(State.TAKEN);
        assertThat(shown()).hasSize(3);
    }
}
