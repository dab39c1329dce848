package org.foyer.hub.intake.internal.recipe;

/** How the text of a field is read. */
public enum FieldType {
    /** As it stands, trimmed. */
    TEXT,
    /** A word of the house's own, kept as it is and classified when the recipe knows it. */
    LABEL,
    /** A word that the recipe must know. */
    CODED,
    /** Date and time of day. */
    MOMENT,
    /** Date alone. */
    DAY,
    /** Time of day alone. */
    TIME,
    /** Money, read into minor units. */
    AMOUNT,
    /** Percentage. */
    RATE,
    /** Whole number. */
    COUNT,
    /** Yes or no. */
    FLAG
}
