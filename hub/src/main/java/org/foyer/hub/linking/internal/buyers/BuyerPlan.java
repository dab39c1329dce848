package org.foyer.hub.linking.internal.buyers;

import java.util.List;
import java.util.Locale;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.internal.model.Scheme;
import org.foyer.hub.model.House;

/** How the buyers of every house are compared. */
final class BuyerPlan {

    static final String ID = "person";

    /** Changes when the same buyers may come out otherwise, so that they are linked anew. */
    static final int EDITION = 2;

    /** In the order in which they are told. */
    static final List<LinkColumn> COLUMNS = List.of(
            new LinkColumn("first_name", ColumnKind.FIRST_NAME),
            new LinkColumn("last_name", ColumnKind.LAST_NAME),
            new LinkColumn("street", ColumnKind.ADDRESS),
            new LinkColumn("postcode", ColumnKind.POSTCODE),
            new LinkColumn("city", ColumnKind.PLACE),
            new LinkColumn("email", ColumnKind.EMAIL),
            new LinkColumn("phone", ColumnKind.PHONE),
            new LinkColumn("birth_year", ColumnKind.DATE));

    /** What is judged together (see {@link Scheme}), by its first column. */
    static final List<Factor> FACTORS = List.of(
            new Factor("names", List.of("first_name", "last_name")),
            new Factor("home", List.of("street", "postcode", "city")),
            new Factor("email", List.of("email")),
            new Factor("phone", List.of("phone")),
            new Factor("birth", List.of("birth_year")));

    private static final String FRANCE = "FR";

    private BuyerPlan() {}

    record Factor(String name, List<String> columns) {}

    /** @param house whose country tells telephone numbers without a prefix; France when it is not known */
    static LinkPlan of(House house) {
        String country = house.address().country();
        String known = country != null && country.strip().length() == 2 ? country.strip() : FRANCE;
        return new LinkPlan(ID, COLUMNS, known.toUpperCase(Locale.ROOT), false);
    }

    static int position(String column) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (COLUMNS.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(column);
    }
}
