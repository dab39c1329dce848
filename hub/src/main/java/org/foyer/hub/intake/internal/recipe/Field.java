package org.foyer.hub.intake.internal.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column may be matched to. The lower-case name stands in recipes and in the typed tables of a run. */
public enum Field {
    TICKET(FieldType.TEXT),
    OPERATION(FieldType.CODED),
    STATE(FieldType.CODED),
    SOLD_AT(FieldType.MOMENT),
    SOLD_DAY(FieldType.DAY),
    SOLD_TIME(FieldType.TIME),
    CANCELLED_AT(FieldType.MOMENT),
    AMOUNT(FieldType.AMOUNT),
    VAT(FieldType.AMOUNT),
    VAT_RATE(FieldType.RATE),
    LIST_AMOUNT(FieldType.AMOUNT),
    FEE(FieldType.AMOUNT),
    CURRENCY(FieldType.TEXT),
    QUANTITY(FieldType.COUNT),
    TARIFF(FieldType.LABEL),
    ZONE(FieldType.LABEL),
    CHANNEL(FieldType.LABEL),
    ORDER_REF(FieldType.TEXT),
    SCANNED_AT(FieldType.MOMENT),
    BUYER_REF(FieldType.TEXT),
    LAST_NAME(FieldType.TEXT),
    FIRST_NAME(FieldType.TEXT),
    EMAIL(FieldType.TEXT),
    PHONE(FieldType.TEXT),
    BUYER_STREET(FieldType.TEXT),
    BUYER_POSTCODE(FieldType.TEXT),
    BUYER_CITY(FieldType.TEXT),
    BUYER_COUNTRY(FieldType.TEXT),
    BIRTH_YEAR(FieldType.COUNT),
    BIRTH_DATE(FieldType.DAY),
    /** Whether a buyer may be contacted: consent, purpose, channel. */
    CONSENT_PROGRAMME_EMAIL(FieldType.CODED),
    CONSENT_PROGRAMME_POST(FieldType.CODED),
    CONSENT_PROGRAMME_TELEPHONE(FieldType.CODED),
    CONSENT_PROGRAMME_SMS(FieldType.CODED),
    CONSENT_PARTNERS_EMAIL(FieldType.CODED),
    CONSENT_PARTNERS_POST(FieldType.CODED),
    CONSENT_PARTNERS_TELEPHONE(FieldType.CODED),
    CONSENT_PARTNERS_SMS(FieldType.CODED),
    CONSENT_SURVEYS_EMAIL(FieldType.CODED),
    CONSENT_SURVEYS_POST(FieldType.CODED),
    CONSENT_SURVEYS_TELEPHONE(FieldType.CODED),
    CONSENT_SURVEYS_SMS(FieldType.CODED),
    /** On which day the buyer said so. */
    CONSENT_DAY(FieldType.DAY),
    PERFORMANCE_REF(FieldType.TEXT),
    /** The source's own number of what is played, where several productions bear one title. */
    PRODUCTION_REF(FieldType.TEXT),
    TITLE(FieldType.TEXT),
    STARTS_AT(FieldType.MOMENT),
    DAY(FieldType.DAY),
    TIME(FieldType.TIME),
    /** IANA name of the zone of the hall, where performances are away from the house's own zone. */
    HALL_ZONE(FieldType.TEXT),
    VENUE(FieldType.TEXT),
    HALL(FieldType.TEXT),
    /** How the hall is set up for a performance: end-on, in the round, standing …, in the words of the source. */
    CONFIGURATION(FieldType.TEXT),
    /** How many the hall holds, seated and with a wheelchair; in the configuration that the row names, if it does. */
    HALL_CAPACITY(FieldType.COUNT),
    HALL_SEATS(FieldType.COUNT),
    HALL_WHEELCHAIR(FieldType.COUNT),
    /** The same of several configurations, as a list in JSON of configuration, property and value. */
    HALL_WORDS(FieldType.TEXT),
    STREET(FieldType.TEXT),
    POSTCODE(FieldType.TEXT),
    CITY(FieldType.TEXT),
    REGION(FieldType.TEXT),
    COUNTRY(FieldType.TEXT),
    VENUE_URL(FieldType.TEXT),
    CAPACITY(FieldType.COUNT),
    HELD(FieldType.COUNT),
    POTENTIAL(FieldType.AMOUNT),
    SEASON(FieldType.TEXT),
    GENRE(FieldType.TEXT),
    EVENT_TYPE(FieldType.TEXT),
    PRODUCER(FieldType.TEXT),
    DESCRIPTION(FieldType.TEXT),
    URL(FieldType.TEXT),
    SUBTITLE(FieldType.TEXT),
    PICTURE(FieldType.TEXT),
    PICTURE_CREDIT(FieldType.TEXT),
    PICTURE_LICENCE(FieldType.TEXT),
    /** Minutes from the start to the end, intervals included. */
    DURATION(FieldType.COUNT),
    /** Ages from one to another, in one column. */
    AGES(FieldType.TEXT),
    AGE_FROM(FieldType.COUNT),
    AGE_TO(FieldType.COUNT),
    LANGUAGES(FieldType.TEXT),
    SURTITLES(FieldType.TEXT),
    WARNINGS(FieldType.TEXT),
    ACCESSIBILITY(FieldType.TEXT),
    /** Whom it is meant for, in the words of the source or by codes of the vocabulary of audiences. */
    AUDIENCE(FieldType.TEXT),
    /** Whether the production is a new one or one that returns, in the words of the source. */
    HISTORY(FieldType.TEXT),
    /** Names of the festival and of the series to which a performance belongs. */
    FESTIVAL(FieldType.TEXT),
    SERIES(FieldType.TEXT),
    /** What a show revives: the source's own reference of that production, or words. */
    REVIVAL_OF(FieldType.TEXT),
    ATTENDANCE(FieldType.TEXT),
    AVAILABILITY(FieldType.TEXT),
    /** One price or several, in one column. */
    PRICES(FieldType.TEXT),
    PRICE_FROM(FieldType.AMOUNT),
    PRICE_TO(FieldType.AMOUNT),
    /** The title and the description in a language, which is the last part of the key (ISO 639-1). */
    TITLE_FR(FieldType.TEXT),
    TITLE_EN(FieldType.TEXT),
    TITLE_DE(FieldType.TEXT),
    TITLE_NL(FieldType.TEXT),
    DESCRIPTION_FR(FieldType.TEXT),
    DESCRIPTION_EN(FieldType.TEXT),
    DESCRIPTION_DE(FieldType.TEXT),
    DESCRIPTION_NL(FieldType.TEXT),
    /** Texts in languages, as a list in JSON of property, language and value. */
    TEXTS(FieldType.TEXT),
    /** Who plays in whose place on this date, as {@code CastChange} writes it. */
    CAST_CHANGES(FieldType.TEXT),
    /** Why this is no performance that is shown. */
    SET_ASIDE(FieldType.TEXT),
    /** Number of a performance of ours, or what the sheet that was typed here calls it. */
    OWN_PERFORMANCE(FieldType.TEXT),
    /** Number of a production of ours, or what the sheet that was typed here calls it. */
    OWN_PRODUCTION(FieldType.TEXT),
    /** For what people decided of doubles: performance, production, venue or work. */
    THING_KIND(FieldType.TEXT),
    /** Number of a thing of ours. */
    THING(FieldType.TEXT),
    /** Number of the thing of ours with which it is compared. */
    KNOWN_AS(FieldType.TEXT),
    /** Whether the two are the same or apart. */
    VERDICT(FieldType.TEXT),
    ITEM_POSITION(FieldType.COUNT),
    WORK_REF(FieldType.TEXT),
    WORK_TITLE(FieldType.TEXT),
    WORK_PART(FieldType.TEXT),
    /** What a work is, in the words of the source: its type, its genre and its category. */
    WORK_TYPE(FieldType.TEXT),
    WORK_GENRE(FieldType.TEXT),
    WORK_CATEGORY(FieldType.TEXT),
    /** All works that are played, in one column, in their order. */
    WORKS(FieldType.TEXT),
    INTERVAL(FieldType.FLAG),
    CONTRIBUTOR(FieldType.TEXT),
    /** Whether whoever is credited is a {@code person} or a {@code group}; any other word says neither. */
    CONTRIBUTOR_KIND(FieldType.TEXT),
    /** As what a group or company is set up in law, of whoever is credited and of the producer. */
    CONTRIBUTOR_FORM(FieldType.TEXT),
    PRODUCER_FORM(FieldType.TEXT),
    ROLE(FieldType.TEXT),
    /** What somebody plays: an instrument, or a character. */
    INSTRUMENT(FieldType.TEXT),
    /** All who are credited, in one column, each with the role in brackets. */
    PEOPLE(FieldType.TEXT),
    /** Identifiers of other registers, with their names or addresses: of what is played, its works, its place, who is credited, the house. */
    PRODUCTION_IDS(FieldType.TEXT),
    WORK_IDS(FieldType.TEXT),
    VENUE_IDS(FieldType.TEXT),
    CONTRIBUTOR_IDS(FieldType.TEXT),
    HOUSE_IDS(FieldType.TEXT),
    /** The same of one register each, which need no name before them. */
    WORK_ARK(FieldType.TEXT),
    WORK_FRBNF(FieldType.TEXT),
    WORK_WIKIDATA(FieldType.TEXT),
    VENUE_SIRET(FieldType.TEXT),
    VENUE_WIKIDATA(FieldType.TEXT),
    VENUE_OPENAGENDA(FieldType.TEXT),
    CONTRIBUTOR_ISNI(FieldType.TEXT),
    CONTRIBUTOR_WIKIDATA(FieldType.TEXT),
    CONTRIBUTOR_VIAF(FieldType.TEXT),
    CONTRIBUTOR_MUSICBRAINZ(FieldType.TEXT),
    /** The same of whoever is credited or of a work that is played (name, work), by its words and without crediting or playing it again. */
    OUTSIDE_KIND(FieldType.TEXT),
    OUTSIDE_OF(FieldType.TEXT),
    OUTSIDE_IDS(FieldType.TEXT),
    /** Degrees north and east of a venue. */
    LATITUDE(FieldType.TEXT),
    LONGITUDE(FieldType.TEXT),
    /** For files that explain codes: the field, the code and the word that stands for it. */
    CODE(FieldType.TEXT),
    WORD(FieldType.TEXT);

    private final FieldType type;

    Field(FieldType type) {
        this.type = type;
    }

    public FieldType type() {
        return type;
    }

    /** Whether one column tells both ends of it, as people write them. */
    public boolean isRange() {
        return this == AGES || this == PRICES;
    }

    /** Whether it tells that a buyer may be contacted, for one purpose by one channel. */
    public boolean isConsent() {
        return this != CONSENT_DAY && name().startsWith("CONSENT_");
    }

    /** Name in recipes and in SQL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> byKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
