package org.foyer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small exports of sales as a ticketing tool writes them. */
final class Sales {

    static final String HEADER = "Date opération;N° commande;N° billet;Opération;Spectacle;"
            + "Date séance;Tarif;Canal de vente;Montant TTC\n";

    private Sales() {}

    /** One sold ticket; what makes it known again is its number. */
    static String sale(String show, int ticket, String amount) {
        return "13/09/2025 14:48;C%2$d;%1$s-%2$d;Vente;%1$s;13/01/2026 20:00;Plein tarif;Internet;%3$s\n"
                .formatted(show, ticket, amount);
    }

    /** An export of one show that these buyers came to, each with an address that is the same in every house. */
    static Path ofBuyers(Path file, String show, int from, int to) throws IOException {
        StringBuilder text = new StringBuilder(HEADER.strip() + ";N° client;Nom;Email\n");
        for (int buyer = from; buyer < to; buyer++) {
            text.append(sale(show, buyer + 1, "16,00").strip())
                    .append(";K%d;Martin;buyer%d@boite.example%n".formatted(buyer, buyer));
        }
        return Files.writeString(file, text);
    }

    /** An export of so many tickets of one show, each at 16.00. */
    static Path file(Path file, String show, int tickets) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int ticket = 1; ticket <= tickets; ticket++) {
            text.append(sale(show, ticket, "16,00"));
        }
        return Files.writeString(file, text);
    }
}
