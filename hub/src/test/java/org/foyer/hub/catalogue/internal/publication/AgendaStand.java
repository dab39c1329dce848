package org.foyer.hub.catalogue.internal.publication;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** A node with real stores beside an agenda; its house plays in Dijon. */
final class AgendaStand implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(2);
    static final House HOUSE = house(false, "EUR");

    final IntakeStand node;
    final AgendaStub agenda;
    HouseAgendas agendas;

    private final Register register;

    AgendaStand(Path folder, AgendaStub agenda) {
        this(new IntakeStand(folder), agenda, null);
    }

    /** @param register in which the house is already; null for that of the node */
    AgendaStand(IntakeStand node, AgendaStub agenda, @Nullable Register register) {
        this.node = node;
        this.register = register == null ? node.register : register;
        this.agenda = agenda;
        agenda.peer.now = Instant.parse("2026-03-01T08:00:00Z");
        node.now = agenda.peer.now;
        this.agendas = agendas(() -> {});
    }

    static House house(boolean simulated, String currency) {
        return new House(
                IntakeStand.PARIS,
                "grand-theatre",
                "Grand théâtre",
                Discipline.THEATRE,
                500,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance(currency),
                simulated);
    }

    HouseAgendas agendas(Runnable afterAnswer) {
        return new HouseAgendas(
                register,
                node.archive,
                new WarehouseProgramme(node.warehouse),
                id -> Optional.of(HOUSE),
                new Fetcher(FetchLimits.DEFAULT, agenda.peer.outside()),
                agenda.peer.clock(),
                afterAnswer);
    }

    /** The same node, started anew. */
    void again(Runnable afterAnswer) {
        agendas.close();
        agendas = agendas(afterAnswer);
    }

    PublishedAgenda connect() {
        return connect(agenda.wish());
    }

    PublishedAgenda connect(AgendaWish wish) {
        Agendas.Outcome outcome = agendas.add(HOUSE, wish, "ada");
        if (outcome.kept() == null) {
            throw new AssertionError(outcome.problems());
        }
        return outcome.kept();
    }

    String slug() {
        return agendas.all(HOUSE.id()).get(0).slug();
    }

    PublishedAgenda publish() {
        return agendas.publish(HOUSE, slug(), LONG).orElseThrow();
    }

    PublishedAgenda withdraw() {
        return agendas.withdraw(HOUSE, slug(), LONG).orElseThrow();
    }

    PublishedAgenda now() {
        return agendas.find(HOUSE.id(), slug()).orElseThrow();
    }

    void later(Duration time) {
        agenda.peer.now = agenda.peer.now.plus(time);
    }

    void sql(String sql) {
        node.warehouse.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    void venue() {
        sql(
                "insert into venue (house, id, name, street, postcode, city, region, country, url, run) values (1, 10, 'Grand Théâtre', 'Place du Théâtre 1', '21000', 'Dijon', 'Bourgogne', 'FR',"
                        + " 'https://theatre.example', 1)");
    }

    /** A show of theatre with a description. */
    void show(long id, String title) {
        sql("insert into production (house, id, title, genre, description, url, run) values (1, " + id + ", '" + title
                + "', 'Théâtre', 'Une pièce.', 'https://theatre.example/" + id + "', 1)");
    }

    /** Dates of a show at eight in the evening, of ninety minutes; each has the number of the show times a hundred, and its place. */
    void dates(long show, String... days) {
        for (int i = 0; i < days.length; i++) {
            date(show * 100 + i, show, LocalDateTime.parse(days[i] + "T20:00:00"), "scheduled", "90");
        }
    }

    void date(long id, long show, LocalDateTime local, String state, String minutes) {
        Instant at = local.atZone(HOUSE.zone()).toInstant();
        sql(
                "insert into performance (house, id, production, venue, starts_at, starts_local, day, state, run) values (1, "
                        + id + ", " + show + ", 10, timestamp '"
                        + at.toString().replace("T", " ").replace("Z", "")
                        + "', timestamp '" + local.toString().replace("T", " ") + ":00', date '" + local.toLocalDate()
                        + "', '"
                        + state + "', 1)");
        said("performance", id, "duration", "", minutes);
    }

    void said(String kind, long thing, String property, String language, String value) {
        sql("insert into description (house, kind, thing, property, language, value, source, run) values (1, '" + kind
                + "', " + thing + ", '" + property + "', '" + language + "', '" + value + "', 'test', 1)");
    }

    List<String> register(String sql) {
        return register.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public void close() {
        agendas.close();
        node.close();
        agenda.close();
    }
}
