package org.foyer.hub.intake.internal.pull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foyer.kit.Connector;
import org.foyer.kit.NotFetched;
import org.foyer.kit.Problem;
import org.foyer.kit.Web;
import org.foyer.kit.WebAnswer;

/**
 * A calendar that is subscribed to (RFC 5545 at an address, as planning tools and shared calendars offer it). A secret, if it
 * needs one, is sent as a bearer's.
 */
final class CalendarConnector implements Connector {

    private static final String BEGIN = "BEGIN:VCALENDAR";

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public List<Problem> check(Order order) {
        return new ArrayList<>(SettingCheck.unknown(order, Set.of()));
    }

    @Override
    public Pulled pull(Order order, Web web, Path target) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/calendar"));
        if (order.secret() != null) {
            headers.put("Authorization", "Bearer " + order.secret());
        }
        WebAnswer answer = web.get(new Web.Request(order.address(), headers, order.etag(), order.lastModified()));
        if (answer.isUnchanged()) {
            return Pulled.nothingNew(order);
        }
        String host = String.valueOf(answer.address().getHost());
        if (!answer.isThere()) {
            throw new NotFetched("fetch-status", host, Integer.toString(answer.status()));
        }
        if (!answer.beginning().toUpperCase(Locale.ROOT).startsWith(BEGIN)) {
            throw new NotFetched(answer.isPage() ? "pull-page-for-people" : "pull-no-calendar", host);
        }
        try (InputStream body = answer.body()) {
            Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Pulled(
                host + ".ics",
                false,
                false,
                answer.header("ETag").orElse(null),
                answer.header("Last-Modified").orElse(null));
    }
}
