package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.ConsentChoices.Choice;
import org.foyer.hub.governance.Consents.Event;
import org.foyer.hub.governance.Consents.OfPerson;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Stand;
import org.foyer.hub.governance.Consents.Standing;
import org.foyer.hub.governance.Consents.Use;
import org.foyer.hub.governance.Consents.Wording;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PeopleDesk;

/** A person who agreed to a letter by e-mail and objected to one by post. */
final class SamplePerson {

    private static final ConsentChoices CHOICES = new ConsentChoices(
            List.of(new Choice(
                    "programme",
                    new Text("Actualité", "News"),
                    new Text("Lettres de la maison", "Letters of the house"),
                    "DirectMarketing")),
            List.of(
                    new Choice("email", new Text("E-mail", "E-mail"), null, "EmailAddress"),
                    new Choice("post", new Text("Courrier", "Post"), null, "PhysicalAddress"),
                    new Choice("sms", new Text("SMS", "SMS"), null, "TelephoneNumber")),
            List.of(new Choice("paper", new Text("Sur papier", "On paper"), null, null)));

    private static final Wording WORDING =
            new Wording("programme", 2, "fr", "J’accepte <la lettre>.", Instant.parse("2026-01-05T09:00:00Z"));

    private SamplePerson() {}

    static PersonView view(Language language, House house) {
        Event agreed = event(7, "email", Said.GIVEN, WORDING, LocalDate.of(2027, 12, 31));
        Event objected = event(8, "post", Said.OBJECTED, null, null);
        OfPerson of = new OfPerson(
                List.of(
                        new Stand("programme", "email", Standing.GIVEN, agreed),
                        new Stand("programme", "post", Standing.OBJECTED, objected),
                        new Stand("programme", "sms", Standing.NOTHING, null)),
                List.of(objected, agreed));
        PersonRights.Buyer buyer = new PersonRights.Buyer(
                42, "C7", "Lefèvre", "Anne", "anne@lefevre.example", null, null, "69003", "Lyon", "FR", 1961, 1);
        ConsentsView consents = ConsentsView.of(
                language,
                ZoneId.of("Europe/Paris"),
                "/h/x/people/42/consents",
                CHOICES,
                of,
                ConsentForm.fresh(language, CHOICES, List.of(WORDING), null),
                false,
                List.of());
        return PersonView.of(
                language,
                house,
                CHOICES,
                new PeopleDesk.Everything(
                        new PersonRights.Held(
                                buyer,
                                List.of(new PersonRights.Corrected(
                                        org.foyer.hub.intake.ContactField.EMAIL,
                                        Instant.parse("2026-03-04T10:00:00Z"),
                                        "claire")),
                                new PersonRights.Objection(Instant.parse("2026-03-05T10:00:00Z"), "paper", "claire"),
                                List.of(),
                                "EUR",
                                List.of()),
                        of,
                        List.of(new Use(
                                Instant.parse("2026-03-03T10:00:00Z"), "claire", "programme", "email", "rf=new")),
                        List.of()),
                consents,
                ContactsView.Typed.NOTHING);
    }

    private static Event event(long number, String channel, Said said, Wording wording, LocalDate until) {
        return new Event(
                number,
                "programme",
                channel,
                said,
                Instant.parse("2026-03-02T10:00:00Z"),
                "claire",
                "paper",
                wording,
                until,
                null);
    }
}
