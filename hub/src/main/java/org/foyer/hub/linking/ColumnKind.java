package org.foyer.hub.linking;

import java.util.Locale;

/** What a column of a table of people holds, which says how two of its values are compared. */
public enum ColumnKind {
    /** Given name or names. */
    FIRST_NAME,
    /** Family name. */
    LAST_NAME,
    /** The whole name in one cell; used where the two above are empty or not there. */
    FULL_NAME,
    /** Date of birth, whole or in part. */
    DATE,
    /** Town, region or country. */
    PLACE,
    /** Postcode of any country. */
    POSTCODE,
    /** Street and number, or a whole address. */
    ADDRESS,
    /** E-mail address. */
    EMAIL,
    /** Telephone number. */
    PHONE,
    /** Words that describe the person, such as an occupation. */
    TEXT,
    /** A word or number that is the same or not, such as a gender. */
    EXACT;

    /** As it stands in a configuration, for instance {@code first-name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says where the person lives or comes from, so that several such columns tell much the same. */
    public boolean isWhere() {
        return this == PLACE || this == POSTCODE || this == ADDRESS;
    }
}
