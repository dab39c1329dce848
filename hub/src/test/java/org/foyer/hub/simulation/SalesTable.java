package org.foyer.hub.simulation;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a simulated table of separated values the slow and careful way. */
record SalesTable(List<Row> rows, long broken) {

    /** A sale line: operation is one of S, C, R, L. */
    record Row(
            LocalDateTime sold,
            char operation,
            String ticket,
            String performance,
            String title,
            LocalDateTime start,
            String zone,
            String tariff,
            long amount,
            long list,
            String buyer,
            boolean scanned) {}

    private static final Map<String, Character> OPERATIONS = Map.ofEntries(
            Map.entry("vente", 'S'),
            Map.entry("sale", 'S'),
            Map.entry("annulation", 'C'),
            Map.entry("refund", 'C'),
            Map.entry("remboursement", 'C'),
            Map.entry("réservation", 'R'),
            Map.entry("option", 'R'),
            Map.entry("hold", 'R'),
            Map.entry("fin de réservation", 'L'),
            Map.entry("levée option", 'L'),
            Map.entry("release", 'L'));

    private static final DateTimeFormatter FRENCH = strict("dd/MM/uuuu HH:mm");
    private static final DateTimeFormatter ISO = strict("uuuu-MM-dd HH:mm");

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    static SalesTable read(Path file, String tool) throws IOException {
        Shape shape = Shape.of(tool);
        List<String> lines = lines(file, tool);
        List<String> header = shape.cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        long broken = 0;
        for (String line : lines.subList(1, lines.size())) {
            try {
                rows.add(row(shape, header, line));
            } catch (DateTimeException | IllegalArgumentException e) {
                broken++;
            }
        }
        return new SalesTable(rows, broken);
    }

    static List<String> lines(Path file, String tool) throws IOException {
        return Files.readAllLines(file, Shape.of(tool).charset());
    }

    static List<String> cells(String line, String tool) {
        return Shape.of(tool).cells(line);
    }

    private static Row row(Shape shape, List<String> header, String line) {
        List<String> cells = shape.cells(line);
        if (cells.size() != header.size() || line.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("broken");
        }
        List<String> at = shape.names().stream()
                .map(name -> cells.get(header.indexOf(name)))
                .toList();
        Character operation = OPERATIONS.get(at.get(1).toLowerCase(Locale.FRENCH));
        if (operation == null) {
            throw new IllegalStateException("unknown operation " + at.get(1));
        }
        return new Row(
                shape.moment(at.get(0)),
                operation,
                at.get(2),
                at.get(3),
                at.get(4),
                shape.moment(at.get(5)),
                at.get(6),
                at.get(7),
                money(at.get(8)),
                money(at.get(9)),
                at.get(10),
                !at.get(11).isEmpty());
    }

    static long money(String text) {
        return Long.parseLong(text.replace("\u00A0", "").replace(",", "").replace(".", ""));
    }

    /** What of a tool's shape the reader needs. */
    private record Shape(Charset charset, char separator, DateTimeFormatter moments, List<String> names) {

        static Shape of(String tool) {
            return switch (tool) {
                case "french-csv" ->
                    new Shape(
                            Charset.forName("windows-1252"),
                            ';',
                            FRENCH,
                            List.of(
                                    "Date opération",
                                    "Opération",
                                    "N° billet",
                                    "N° séance",
                                    "Spectacle",
                                    "Date séance",
                                    "Catégorie",
                                    "Tarif",
                                    "Montant TTC",
                                    "Prix catalogue",
                                    "N° client",
                                    "Contrôlé le"));
                case "latin-tab" ->
                    new Shape(
                            Charset.forName("ISO-8859-15"),
                            '\t',
                            FRENCH,
                            List.of(
                                    "Date et heure opération",
                                    "Mouvement",
                                    "Code-barres",
                                    "Code séance",
                                    "Manifestation",
                                    "Date et heure séance",
                                    "Zone tarifaire",
                                    "Type de tarif",
                                    "Prix TTC",
                                    "Prix de base",
                                    "Code client",
                                    "Date contrôle"));
                default ->
                    new Shape(
                            StandardCharsets.UTF_8,
                            ',',
                            ISO,
                            List.of(
                                    "Transaction date",
                                    "Transaction type",
                                    "Ticket number",
                                    "Performance ID",
                                    "Event title",
                                    "Performance date",
                                    "Price band",
                                    "Ticket type",
                                    "Price paid",
                                    "List price",
                                    "Customer ID",
                                    "Scanned at"));
            };
        }

        LocalDateTime moment(String text) {
            return LocalDateTime.parse(text, moments);
        }

        /** Cells of a record; a quote that is never closed breaks it. */
        List<String> cells(String line) {
            if (line.indexOf('"') < 0) {
                return Arrays.asList(line.split(String.valueOf(separator), -1));
            }
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (char letter : line.toCharArray()) {
                if (letter == '"') {
                    quoted = !quoted;
                } else if (letter == separator && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(letter);
                }
            }
            if (quoted) {
                throw new IllegalArgumentException("quote never closed");
            }
            cells.add(cell.toString());
            return cells;
        }
    }
}
