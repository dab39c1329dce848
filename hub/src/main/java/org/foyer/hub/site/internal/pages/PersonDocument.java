package org.foyer.hub.site.internal.pages;

import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PeopleDesk;
import org.foyer.hub.site.internal.document.Document;
import org.foyer.hub.site.internal.document.Document.Cell;
import org.foyer.hub.site.internal.document.Document.Row;
import org.foyer.hub.site.internal.document.Document.Section;
import org.foyer.hub.site.internal.document.Document.Table;

/** Everything that is held of a person as a document to be handed to them (GDPR art. 15), in words instead of codes. */
public final class PersonDocument {

    private PersonDocument() {}

    /** The same as the page of the person shows. */
    public static Document of(
            Language language, House house, ConsentChoices choices, PeopleDesk.Everything everything) {
        ConsentsView consents = ConsentsView.of(
                language,
                house.zone(),
                "",
                choices,
                everything.consents(),
                ConsentForm.fresh(language, choices, List.of(), null),
                false,
                List.of());
        PersonView view = PersonView.of(language, house, choices, everything, consents, ContactsView.Typed.NOTHING);
        return new Document(
                language.code(),
                view.name(),
                house.name(),
                house.simulated() ? language.say("simulated_says") : null,
                language.say("person_document_lead", house.name()),
                List.of(
                        new Section(
                                "contacts",
                                language.say("person_contacts"),
                                view.right().corrected(),
                                List.of(facts(language, view.contacts()))),
                        new Section(
                                "counting",
                                language.say("counting_title"),
                                List.of(view.right().counted()),
                                List.of()),
                        section(language, "consents", "consents_title", stands(language, view.consents())),
                        section(language, "said", "consent_history", history(language, view.consents())),
                        section(language, "tickets", "person_tickets", tickets(language, view.tickets())),
                        section(language, "files", "person_files", files(language, view.files())),
                        section(language, "lists", "person_lists", lists(language, view.lists())),
                        section(language, "seen", "person_seen", seen(language, view.seen()))));
    }

    private static Section section(Language language, String id, String title, Table table) {
        boolean empty = table.rows().isEmpty();
        return new Section(
                id,
                language.say(title),
                empty ? List.of(language.say("person_document_nothing")) : List.of(),
                empty ? List.of() : List.of(table));
    }

    private static Table table(Language language, String caption, List<String> header, Stream<Row> rows) {
        return new Table(
                language.say(caption), header.stream().map(language::say).toList(), rows.toList());
    }

    private static Row row(String head, String... cells) {
        return new Row(head, Stream.of(cells).map(Cell::of).toList());
    }

    private static Table facts(Language language, List<PersonView.Fact> facts) {
        return table(
                language,
                "person_contacts",
                List.of("person_document_what", "person_document_value"),
                facts.stream().map(fact -> row(fact.word(), fact.value())));
    }

    private static Table stands(Language language, ConsentsView consents) {
        return new Table(
                language.say("consents_title"),
                Stream.concat(Stream.of(language.say("consent_purpose")), consents.channels().stream())
                        .toList(),
                consents.rows().stream()
                        .map(purpose -> new Row(
                                purpose.purpose(),
                                purpose.cells().stream()
                                        .map(cell -> new Cell(
                                                Stream.concat(Stream.of(cell.standing()), cell.days().stream())
                                                        .toList(),
                                                null))
                                        .toList()))
                        .toList());
    }

    private static Table history(Language language, ConsentsView consents) {
        return table(
                language,
                "consent_history",
                List.of("consent_when", "consent_what", "consent_purpose", "consent_channel", "consent_text"),
                consents.history().stream()
                        .map(line -> row(
                                line.when(),
                                line.what(),
                                line.purpose(),
                                line.channel(),
                                line.wording() == null ? "–" : line.wording())));
    }

    private static Table tickets(Language language, List<PersonView.Ticket> tickets) {
        return table(
                language,
                "person_tickets",
                List.of(
                        "movement_when",
                        "movement_what",
                        "movement_show",
                        "movement_paid",
                        "movement_how",
                        "movement_number"),
                tickets.stream()
                        .map(ticket -> row(
                                ticket.sold(),
                                ticket.what(),
                                ticket.title(),
                                ticket.paid(),
                                ticket.how(),
                                ticket.number())));
    }

    private static Table files(Language language, List<PersonView.Fact> files) {
        return table(
                language,
                "person_files",
                List.of("person_file", "person_file_when"),
                files.stream().map(file -> row(file.word(), file.value())));
    }

    private static Table lists(Language language, List<PersonView.OnList> lists) {
        return table(
                language,
                "person_lists",
                List.of("seen_when", "seen_who", "consent_purpose", "consent_channel"),
                lists.stream().map(one -> row(one.when(), one.who(), one.purpose(), one.channel())));
    }

    private static Table seen(Language language, List<PersonView.Seen> seen) {
        return table(
                language,
                "person_seen",
                List.of("seen_when", "seen_who", "seen_what"),
                seen.stream().map(one -> row(one.when(), one.who(), one.what())));
    }
}
