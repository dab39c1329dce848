package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tool's own totals of one season, by performance, with one difference put in on purpose. */
final class NightTotals {

    /** Tickets and minor units that the differing performance has too many. */
    private static final int TICKETS_TOO_MANY = 2;

    private static final int AMOUNT_TOO_MUCH = 5_000;

    private record Total(Night night, long tickets, long amount) {}

    private final List<Total> totals = new ArrayList<>();

    void add(Night night, long tickets, long amount) {
        totals.add(new Total(night, tickets, amount));
    }

    long tickets() {
        return totals.stream().mapToLong(Total::tickets).sum();
    }

    long amount() {
        return totals.stream().mapToLong(Total::amount).sum();
    }

    int size() {
        return totals.size();
    }

    /** The table; the performance in the middle is the one that differs. */
    void write(Path file, Tool tool) throws IOException {
        String[] headers = {"N° séance", "Spectacle", "Date séance", "Billets", "Recette TTC"};
        try (TableFile table = new TableFile(file, tool, "Totaux", headers)) {
            for (int i = 0; i < totals.size(); i++) {
                Total total = totals.get(i);
                boolean differs = i == totals.size() / 2;
                table.text(total.night().ref())
                        .text(total.night().show().title())
                        .moment(total.night().start());
                table.number(total.tickets() + (differs ? TICKETS_TOO_MANY : 0));
                table.money(total.amount() + (differs ? AMOUNT_TOO_MUCH : 0));
                table.end();
            }
        }
    }
}
