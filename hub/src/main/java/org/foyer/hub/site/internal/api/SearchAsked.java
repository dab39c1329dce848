package org.foyer.hub.site.internal.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** What the page and the API read of a question; both in the same words. */
public class SearchAsked extends ConditionsAsked {

    private static final int HOUSES_MAX = 50;

    @QueryParam("q")
    @DefaultValue("")
    public String q = "";

    @QueryParam("when")
    @Nullable
    public String when;

    @QueryParam("from")
    @Nullable
    public String from;

    @QueryParam("to")
    @Nullable
    public String to;

    @QueryParam("house")
    public List<String> house = List.of();

    @QueryParam("place")
    @DefaultValue("")
    public String place = "";

    @QueryParam("genre")
    @DefaultValue("")
    public String genre = "";

    @QueryParam("type")
    @DefaultValue("")
    public String type = "";

    @QueryParam("town")
    @DefaultValue("")
    public String town = "";

    @QueryParam("festival")
    @DefaultValue("")
    public String festival = "";

    @QueryParam("order")
    @Nullable
    public String order;

    @QueryParam("offset")
    @DefaultValue("0")
    public int offset;

    /** @throws Refused 400 {@code parameter-unreadable}, {@code town-unknown} */
    public SearchQuestion question(int limit, Places places) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (offset < 0 || offset > Search.OFFSET_MAX) {
            throw Parameters.unreadable("offset", Integer.toString(offset));
        }
        if (limit < 0 || limit > Search.LIMIT_MAX) {
            throw Parameters.unreadable("limit", Integer.toString(limit));
        }
        if (house.size() > HOUSES_MAX) {
            throw Parameters.unreadable("house", Integer.toString(house.size()));
        }
        return new SearchQuestion(
                q,
                first != null || last != null ? When.SPAN : one("when", When.class, when, When.COMING),
                first,
                last,
                house,
                place,
                genre,
                type,
                town,
                festival,
                conditions(places),
                one("order", Order.class, order, Order.FITNESS),
                offset,
                limit);
    }

    /** @throws Refused 400 {@code search-long}, 503 {@code search-busy} */
    public static SearchAnswer ask(Search search, SearchQuestion question, String base) {
        try {
            return search.ask(question, base);
        } catch (Unanswered e) {
            throw new Refused("search-busy".equals(e.code()) ? 503 : 400, e.code(), e.detail());
        }
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null || text.isBlank() ? null : Parameters.day(name, text, LocalDate.MIN);
    }

    private static <E extends Enum<E>> E one(String name, Class<E> of, @Nullable String text, E otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        for (E value : of.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text.strip())) {
                return value;
            }
        }
        throw Parameters.unreadable(name, text);
    }
}
