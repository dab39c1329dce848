package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.catalogue.Rehearsal.Change;
import org.foyer.hub.model.House;

/** Writes what would be sent to an agenda as a page: what needs a person first. */
final class RehearsalRows {

    /** Events in the table; the API tells all of them. */
    private static final int EVENTS_MAX = 200;

    private static final List<Change> ORDER =
            List.of(Change.LACKING, Change.REFUSED, Change.WITHDRAW, Change.UPDATE, Change.CREATE, Change.NONE);

    private final Language language;
    private final House house;

    RehearsalRows(Language language, House house) {
        this.language = language;
        this.house = house;
    }

    AgendaView view(PublishedAgenda agenda, Rehearsal shown) {
        long sends = shown.count(Change.CREATE) + shown.count(Change.UPDATE) + shown.count(Change.WITHDRAW);
        int all = shown.events().size();
        return new AgendaView(
                "/h/" + house.slug(),
                AgendaForms.agenda(language, house, agenda),
                told(shown, sends),
                all == 0 ? null : bars(shown),
                shown.events().stream()
                        .sorted(Comparator.comparingInt(event -> ORDER.indexOf(event.change())))
                        .limit(EVENTS_MAX)
                        .map(this::event)
                        .toList(),
                all > EVENTS_MAX ? language.count("agenda_more", all - EVENTS_MAX) : null,
                shown.waiting() > 0 ? language.count("agenda_waiting", shown.waiting()) : null,
                sends > 0 || shown.count(Change.REFUSED) > 0,
                agenda.there() > 0);
    }

    private String told(Rehearsal shown, long sends) {
        if (shown.events().isEmpty()) {
            return language.say("agenda_nothing_here");
        }
        String sent = sends > 0
                ? language.count("agenda_to_send", sends)
                : shown.count(Change.NONE) > 0 ? language.say("agenda_nothing_to_send") : "";
        long lacking = shown.count(Change.LACKING) + shown.count(Change.REFUSED);
        return lacking == 0 ? sent : (sent + " " + language.count("agenda_lacking", lacking)).strip();
    }

    private Bars bars(Rehearsal shown) {
        List<Bars.Row> rows = new ArrayList<>();
        for (Change change : ORDER) {
            long count = shown.count(change);
            if (count > 0) {
                double share = count / (double) shown.events().size();
                rows.add(new Bars.Row(
                        change(change),
                        language.formats().number(count),
                        language.formats().wholePercent(share),
                        Bars.width(share, 1),
                        false));
            }
        }
        return new Bars(language.say("agenda_rehearsal"), language.say("agenda_events"), rows);
    }

    private String change(Change change) {
        return language.say("agenda_change_" + change.name().toLowerCase(Locale.ROOT));
    }

    private AgendaView.Event event(Rehearsal.Event event) {
        Formats formats = language.formats();
        String days = event.first() == null || event.last() == null
                ? ""
                : event.first().equals(event.last())
                        ? formats.day(event.first())
                        : formats.day(event.first()) + " – " + formats.day(event.last());
        String dates = event.dates() == 0 ? days : days + ", " + language.count("agenda_dates", event.dates());
        return new AgendaView.Event(
                event.title(),
                event.venue() == null ? dates : dates + ", " + event.venue(),
                event.first() == null ? null : "/h/" + house.slug() + "/shows/" + event.thing(),
                event.link(),
                change(event.change()),
                switch (event.change()) {
                    case NONE -> "good";
                    case LACKING, REFUSED -> "bad";
                    case CREATE, UPDATE, WITHDRAW -> "warn";
                },
                event.sentAt() == null ? null : formats.moment(event.sentAt(), house.zone()),
                event.lacks().stream()
                        .map(problem -> AgendaForms.problem(language, problem))
                        .toList(),
                event.advice().stream()
                        .map(problem -> AgendaForms.problem(language, problem))
                        .toList());
    }
}
