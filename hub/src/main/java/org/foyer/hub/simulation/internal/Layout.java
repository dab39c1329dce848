package org.foyer.hub.simulation.internal;

import static org.foyer.hub.simulation.internal.Column.*;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a tool lays its tables out.
 *
 * @param dayFirst dd/MM/yyyy instead of yyyy-MM-dd
 * @param operations its words for sale, cancellation, reservation and release
 * @param english whether its own words are English
 */
record Layout(
        Charset charset,
        char separator,
        char point,
        boolean dayFirst,
        String lineEnd,
        Column[] columns,
        String[] headers,
        String[] operations,
        boolean english) {

    private static final Tariff[] TARIFFS = Tariff.values();
    private static final Channel[] CHANNELS = Channel.values();

    static Layout of(Tool tool) {
        return switch (tool) {
            case FRENCH_CSV, XLSX -> frenchTable(tool);
            case ENGLISH_CSV, PRETIX -> englishTable();
            case LATIN_TAB -> latinTable();
        };
    }

    private static Layout frenchTable(Tool tool) {
        return new Layout(
                Charset.forName("windows-1252"),
                ';',
                ',',
                true,
                "\r\n",
                new Column[] {
                    SOLD,
                    OPERATION,
                    ORDER,
                    TICKET,
                    NIGHT,
                    TITLE,
                    START,
                    ZONE,
                    TARIFF,
                    CHANNEL,
                    LIST,
                    AMOUNT,
                    VAT,
                    BUYER,
                    LAST_NAME,
                    FIRST_NAME,
                    EMAIL,
                    POSTCODE,
                    SCANNED
                },
                new String[] {
                    "Date opération", "Opération", "N° commande", "N° billet", "N° séance", "Spectacle", "Date séance",
                    "Catégorie", "Tarif", "Canal de vente", "Prix catalogue", "Montant TTC", "Dont TVA", "N° client",
                    "Nom", "Prénom", "E-mail", "Code postal", "Contrôlé le"
                },
                tool == Tool.XLSX
                        ? new String[] {"Vente", "Annulation", "Réservation", "Libération"}
                        : new String[] {"Vente", "Annulation", "Réservation", "Fin de réservation"},
                false);
    }

    private static Layout englishTable() {
        return new Layout(
                StandardCharsets.UTF_8,
                ',',
                '.',
                false,
                "\n",
                new Column[] {
                    SOLD,
                    OPERATION,
                    ORDER,
                    TICKET,
                    NIGHT,
                    TITLE,
                    START,
                    HALL,
                    ZONE,
                    TARIFF,
                    CHANNEL,
                    LIST,
                    AMOUNT,
                    VAT,
                    FEE,
                    BUYER,
                    LAST_NAME,
                    FIRST_NAME,
                    EMAIL,
                    STREET,
                    POSTCODE,
                    CITY,
                    COUNTRY,
                    BIRTH_YEAR,
                    SCANNED
                },
                new String[] {
                    "Transaction date",
                    "Transaction type",
                    "Order number",
                    "Ticket number",
                    "Performance ID",
                    "Event title",
                    "Performance date",
                    "Hall",
                    "Price band",
                    "Ticket type",
                    "Sales channel",
                    "List price",
                    "Price paid",
                    "VAT",
                    "Booking fee",
                    "Customer ID",
                    "Last name",
                    "First name",
                    "Email",
                    "Address",
                    "Postcode",
                    "City",
                    "Country",
                    "Birth year",
                    "Scanned at"
                },
                new String[] {"Sale", "Refund", "Hold", "Release"},
                true);
    }

    private static Layout latinTable() {
        return new Layout(
                Charset.forName("ISO-8859-15"),
                '\t',
                ',',
                true,
                "\r\n",
                new Column[] {
                    TICKET,
                    OPERATION,
                    SOLD,
                    ORDER,
                    NIGHT,
                    TITLE,
                    START,
                    HALL,
                    ZONE,
                    TARIFF,
                    CHANNEL,
                    LIST,
                    AMOUNT,
                    VAT,
                    FEE,
                    BUYER,
                    LAST_NAME,
                    FIRST_NAME,
                    EMAIL,
                    STREET,
                    POSTCODE,
                    CITY,
                    COUNTRY,
                    BIRTH_YEAR,
                    SCANNED
                },
                new String[] {
                    "Code-barres",
                    "Mouvement",
                    "Date et heure opération",
                    "N° dossier",
                    "Code séance",
                    "Manifestation",
                    "Date et heure séance",
                    "Salle",
                    "Zone tarifaire",
                    "Type de tarif",
                    "Point de vente",
                    "Prix de base",
                    "Prix TTC",
                    "Montant TVA",
                    "Frais de location",
                    "Code client",
                    "Nom client",
                    "Prénom client",
                    "Courriel",
                    "Adresse",
                    "CP",
                    "Ville",
                    "Pays",
                    "Année de naissance",
                    "Date contrôle"
                },
                new String[] {"Vente", "Remboursement", "Option", "Levée option"},
                false);
    }

    String tariff(int ordinal) {
        Tariff tariff = TARIFFS[ordinal];
        return english ? tariff.english : tariff.french;
    }

    String channel(int ordinal) {
        Channel channel = CHANNELS[ordinal];
        return english ? channel.english : channel.french;
    }
}
