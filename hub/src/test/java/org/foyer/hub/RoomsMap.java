package org.foyer.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws rooms in rows along the way data takes, and an arrow for each call the code makes. */
final class RoomsMap {

    private static final List<List<String>> ROWS = List.of(
            List.of("site"),
            List.of("insight", "catalogue", "returns", "exchange", "learning"),
            List.of("simulation", "intake", "linking", "governance"),
            List.of("fetching", "store"),
            List.of("kit", "model"));
    private static final int WIDTH = 900;
    private static final int ROW_HEIGHT = 120;
    private static final int BOX_WIDTH = 120;
    private static final int BOX_HEIGHT = 44;

    private final Map<String, Set<String>> calls;
    private final Map<String, int[]> centres = new LinkedHashMap<>();

    RoomsMap(Map<String, Set<String>> calls) {
        this.calls = calls;
        for (int row = 0; row < ROWS.size(); row++) {
            List<String> names = ROWS.get(row).stream().filter(this::stands).toList();
            for (int column = 0; column < names.size(); column++) {
                int x = WIDTH * (2 * column + 1) / (2 * names.size());
                centres.put(names.get(column), new int[] {x, 50 + row * ROW_HEIGHT});
            }
        }
    }

    private boolean stands(String room) {
        return calls.containsKey(room) || calls.values().stream().anyMatch(called -> called.contains(room));
    }

    String svg() {
        StringBuilder out = new StringBuilder();
        int height = ROWS.size() * ROW_HEIGHT;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                        .formatted(WIDTH, height))
                .append(" font-family=\"sans-serif\" font-size=\"15\">\n")
                .append("<title>Rooms of the hub and the calls between them, drawn from the code</title>\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#fffdf8\"/>\n")
                .append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\"")
                .append(
                        " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#7a5c61\"/></marker></defs>\n");
        calls.forEach((from, called) -> called.forEach(to -> arrow(out, centres.get(from), centres.get(to))));
        centres.forEach((room, centre) -> box(out, room, centre));
        return out.append("</svg>\n").toString();
    }

    private static void arrow(StringBuilder out, int[] from, int[] to) {
        boolean level = from[1] == to[1];
        int startX = level ? from[0] + Integer.signum(to[0] - from[0]) * BOX_WIDTH / 2 : from[0];
        int endX = level ? to[0] - Integer.signum(to[0] - from[0]) * BOX_WIDTH / 2 : to[0];
        int startY = level ? from[1] : from[1] + BOX_HEIGHT / 2;
        int endY = level ? to[1] : to[1] - BOX_HEIGHT / 2;
        out.append(
                "<path d=\"M%d %d L%d %d\" stroke=\"#7a5c61\" stroke-opacity=\".55\" fill=\"none\" marker-end=\"url(#tip)\"/>\n"
                        .formatted(startX, startY, endX, endY));
    }

    private static void box(StringBuilder out, String room, int[] centre) {
        out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#f3e7d3\" stroke=\"#6b1f2a\"/>\n"
                        .formatted(centre[0] - BOX_WIDTH / 2, centre[1] - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT))
                .append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                        .formatted(centre[0], centre[1] + 5, room));
    }
}
