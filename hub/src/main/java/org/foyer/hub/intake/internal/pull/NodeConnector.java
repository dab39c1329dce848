package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.kit.Connector;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Problem;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The programmes of another Foyer node, from where the last pull ended: its feed of changes, page by page, to its end or to a limit. Where
 * a pull ended is kept with the source when its run is committed, so that after a crash of either side the same pages are read again,
 * which changes nothing.
 */
final class NodeConnector implements Connector {

    /** Short name of the only house of the other node that is followed. */
    static final String HOUSE = "house";

    private static final String FEED = "/api/programme-changes";
    private static final String CURSOR = "[0-9]{1,18}-[0-9]{1,18}(-[0-9a-f]{1,16})?";
    private static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

    /** Pages of one pull, of 500 changes at most; the next pull goes on behind them. */
    private static final int PAGES_MAX = 100;

    private final ObjectMapper mapper = new ObjectMapper();
    private final int pagesMax;

    NodeConnector() {
        this(PAGES_MAX);
    }

    NodeConnector(int pagesMax) {
        this.pagesMax = pagesMax;
    }

    @Override
    public String kind() {
        return "foyer";
    }

    @Override
    public List<Problem> check(Order order) {
        List<Problem> problems = new ArrayList<>(SettingCheck.unknown(order, Set.of(HOUSE)));
        if (!order.settings().getOrDefault(HOUSE, "").matches("[a-z0-9-]{0,100}")) {
            problems.add(SettingCheck.problem(HOUSE, "source-setting-long", "100"));
        }
        if (order.secret() != null) {
            problems.add(SettingCheck.problem("secret", "source-secret-unused"));
        }
        return problems;
    }

    /** A page. @param next where its reader stands */
    private record Page(List<JsonNode> items, String next) {}

    @Override
    public Pulled pull(Order order, Web web, Path target) throws IOException {
        String begun = order.etag() != null && order.etag().matches(CURSOR) ? order.etag() : null;
        Page page = page(order, web, begun);
        if (page == null) { // the other node was set up anew, or knows no such place: everything is read again
            begun = null;
            page = page(order, web, null);
        }
        String cursor = begun;
        Set<String> seen = new HashSet<>();
        boolean any = false;
        int pages = 0;
        try (GatheredFile file = new GatheredFile(target, mapper, null)) {
            file.beginList("items", true);
            while (page != null && !page.items().isEmpty() && isNew(page, seen)) {
                for (JsonNode item : page.items()) {
                    if (isMeant(order, item)) {
                        file.record(item);
                        any = true;
                    }
                }
                cursor = page.next();
                page = ++pages < pagesMax ? page(order, web, cursor) : null;
            }
            file.endList();
            file.end();
        }
        return new Pulled(host(order) + ".changes.json", !any, begun != null || pages == pagesMax, cursor, null);
    }

    /** What changed again while it was read comes in the next pull, so that a file tells of each performance once. */
    private static boolean isNew(Page page, Set<String> seen) {
        List<String> ids =
                page.items().stream().map(item -> item.path("id").asText()).toList();
        if (ids.stream().anyMatch(seen::contains)) {
            return false;
        }
        seen.addAll(ids);
        return true;
    }

    /**
     * What is deleted is told without saying whose it was. Before the first pull nobody here knows it; later, what was of another house
     * waits in the quarantine.
     */
    private static boolean isMeant(Order order, JsonNode item) {
        if (order.etag() == null && item.path("state").asText().equals("deleted")) {
            return false;
        }
        String house = order.settings().getOrDefault(HOUSE, "");
        return house.isEmpty()
                || !item.path("state").asText().equals("updated")
                || item.path("data").path("organizer").path("@id").asText().endsWith("/id/house/" + house);
    }

    /** Null when the node does not know the place where the reader stood. */
    private @Nullable Page page(Order order, Web web, @Nullable String after) throws IOException {
        String path = order.address().getRawPath() == null
                ? ""
                : order.address().getRawPath().replaceAll("/+$", "");
        String feed = path.endsWith(FEED) ? path : path + FEED;
        URI address = order.address().resolve(feed + (after == null ? "" : "?after=" + after));
        WebAnswer answer = web.get(Web.Request.of(address, HEADERS));
        if (after != null && (answer.status() == 410 || answer.status() == 400)) {
            return null;
        }
        if (!answer.isThere()) {
            throw new NotFetched("fetch-status", host(order), Integer.toString(answer.status()));
        }
        JsonNode page;
        try (InputStream body = answer.body()) {
            page = mapper.readTree(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new NotFetched("pull-no-feed", host(order));
        }
        String next = page.path("next").asText().replaceFirst(".*[?&]after=([^&]*).*", "$1");
        if (!page.path("items").isArray() || !next.matches(CURSOR)) {
            throw new NotFetched("pull-no-feed", host(order));
        }
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        return new Page(items, next);
    }

    private static String host(Order order) {
        return String.valueOf(order.address().getHost());
    }
}
