package org.foyer.hub.site.internal.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.PublishedAgenda.State;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Vocabulary;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Writes agendas as a page, and reads what a person says of a new one. */
final class AgendaForms {

    /** Minutes that can be chosen beside "only when somebody says so". */
    private static final List<String> EVERY = List.of("60", "1440", "10080");

    /** Fields of the form that are settings, by kind: what is written for the other kind is left out. */
    private static final Map<String, List<String>> SETTINGS = Map.of(
            "openagenda", List.of("agenda", "language"),
            "uitdatabank", List.of("client", "language", "places", "token", "search"));

    private AgendaForms() {}

    static AgendaWish wish(MultivaluedMap<String, String> form) {
        String kind = text(form, "kind");
        Map<String, String> settings = new HashMap<>();
        for (String name : SETTINGS.getOrDefault(kind, List.of())) {
            if (!text(form, name).isEmpty()) {
                settings.put(name, text(form, name));
            }
        }
        String every = text(form, "every");
        return new AgendaWish(
                text(form, "name"),
                kind,
                text(form, "address"),
                settings,
                text(form, "secret"),
                every.matches("\\d{1,6}") ? Integer.valueOf(every) : null);
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String given = form.getFirst(name);
        return given == null ? "" : given.strip();
    }

    static PublicationView.Form form(Language language, List<String> kinds, MultivaluedMap<String, String> form) {
        String spoken = text(form, "language").isEmpty() ? language.code() : text(form, "language");
        return new PublicationView.Form(
                text(form, "name"),
                text(form, "agenda"),
                text(form, "client"),
                text(form, "places"),
                text(form, "address"),
                text(form, "token"),
                text(form, "search"),
                kinds.stream()
                        .map(kind -> new ImportView.Option(kind, kind(language, kind), kind.equals(text(form, "kind"))))
                        .toList(),
                Vocabulary.LANGUAGES.stream()
                        .map(one ->
                                new ImportView.Option(one, language.say("agenda_language_" + one), one.equals(spoken)))
                        .toList(),
                Stream.concat(Stream.of(""), EVERY.stream())
                        .map(minutes -> new ImportView.Option(
                                minutes,
                                language.say("agenda_every_" + (minutes.isEmpty() ? "asked" : minutes)),
                                minutes.equals(text(form, "every"))))
                        .toList());
    }

    private static String kind(Language language, String kind) {
        return language.sayOr(kind, "agenda_kind_" + kind);
    }

    static PublicationView.Agenda agenda(Language language, House house, PublishedAgenda agenda) {
        Formats formats = language.formats();
        String state =
                agenda.publishing() ? "publishing" : agenda.state().name().toLowerCase(Locale.ROOT);
        return new PublicationView.Agenda(
                agenda.slug(),
                agenda.name(),
                kind(language, agenda.kind()),
                language.say("agenda_state_" + state),
                agenda.publishing() ? "warn" : tone(agenda.state()),
                language.count("agenda_there", agenda.there()),
                agenda.succeededAt() == null
                        ? language.say("agenda_never")
                        : formats.moment(agenda.succeededAt(), house.zone()),
                agenda.nextAt() == null
                        ? language.say("agenda_when_asked")
                        : formats.moment(agenda.nextAt(), house.zone()),
                did(language, agenda.last()),
                agenda.problem() == null ? null : problem(language, agenda.problem()));
    }

    private static String tone(State state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case NEW, PARTLY, HELD, WITHDRAWN -> "warn";
        };
    }

    private static @Nullable String did(Language language, Done done) {
        List<String> parts = Stream.of(
                        part(language, "created", done.created()),
                        part(language, "changed", done.changed()),
                        part(language, "withdrawn", done.withdrawn()),
                        part(language, "refused", done.refused()),
                        part(language, "waiting", done.waiting()))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static String part(Language language, String name, int count) {
        return count == 0 ? "" : language.count("agenda_did_" + name, count);
    }

    static WordsView.Problem problem(Language language, Problem problem) {
        Sentences sentences = Sentences.in(language.locale());
        return new WordsView.Problem(
                sentences.sentence(problem.code(), problem.arguments()),
                sentences.mend(problem.code(), problem.arguments()));
    }
}
