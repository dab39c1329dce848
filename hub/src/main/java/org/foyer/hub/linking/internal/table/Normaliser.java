package org.foyer.hub.linking.internal.table;

import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.text.Contacts;
import org.foyer.hub.linking.internal.text.PersonNames;
import org.foyer.hub.linking.internal.text.Places;
import org.foyer.hub.linking.internal.text.Plain;

/** Brings a cell into the form in which it is compared. */
final class Normaliser {

    private final PersonNames names = new PersonNames();
    private final Places places = new Places();
    private final Contacts contacts;

    Normaliser(String country) {
        this.contacts = new Contacts(country);
    }

    PersonNames names() {
        return names;
    }

    /** Empty for what says nothing. Dates are kept as written, since their order is known at the end only. */
    String value(ColumnKind kind, String cell) {
        return switch (kind) {
            case FIRST_NAME -> names.first(cell);
            case LAST_NAME -> names.last(cell);
            case FULL_NAME, PLACE, TEXT, EXACT -> Plain.words(cell);
            case DATE -> cell.strip();
            case POSTCODE -> Places.postcode(cell);
            case ADDRESS -> places.address(cell);
            case EMAIL -> Contacts.email(cell);
            case PHONE -> contacts.phone(cell);
        };
    }
}
