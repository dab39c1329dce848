package org.foyer.hub.site.internal.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Attendance;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** What page, API, feeds and command line read of what a show must offer. */
public class ConditionsAsked {

    private static final Pattern POINT =
            Pattern.compile("\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,9})?)\\s*[,;]\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,9})?)\\s*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,2})?");
    private static final Set<String> CODES = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> code.length() == 2)
            .collect(Collectors.toUnmodifiableSet());

    /** Characters of the name of a town. */
    private static final int NAME_MAX = 100;

    /** Degrees are rounded to this part, some kilometre, so that nobody's door is in an address. */
    private static final double ROUNDED = 100;

    @QueryParam("age")
    @Nullable
    public String age;

    @QueryParam("price")
    @Nullable
    public String price;

    @QueryParam("currency")
    @DefaultValue("")
    public String currency = "";

    @QueryParam("accessibility")
    public List<String> accessibility = List.of();

    @QueryParam("audience")
    @DefaultValue("")
    public String audience = "";

    @QueryParam("language")
    @DefaultValue("")
    public String language = "";

    @QueryParam("surtitles")
    @DefaultValue("")
    public String surtitles = "";

    @QueryParam("seats")
    @DefaultValue("false")
    public String seats = "false";

    @QueryParam("attendance")
    @DefaultValue("")
    public String attendance = "";

    @QueryParam("near")
    @DefaultValue("")
    public String near = "";

    @QueryParam("within")
    @Nullable
    public String within;

    @QueryParam("unsaid")
    @DefaultValue("false")
    public String unsaid = "false";

    /**
     * What is asked.
     *
     * @throws Refused 400 {@code parameter-unreadable}; {@code town-unknown} when no town has the name asked for
     */
    public SearchConditions conditions(Places places) {
        GeoPoint point = near.isBlank() ? null : point(places);
        return new SearchConditions(
                number("age", age, 0, SearchConditions.AGE_MAX),
                price(),
                currency(),
                needs(),
                audience(),
                code("language", language),
                code("surtitles", surtitles),
                yes("seats", seats),
                attendance(),
                point,
                point == null ? "" : name(places, point),
                kilometres(),
                yes("unsaid", unsaid));
    }

    /** Whether a town is asked for that does not exist. */
    public boolean asksForUnknownTown(Places places) {
        return !near.isBlank() && !POINT.matcher(near).matches() && (near.length() > NAME_MAX || town(places) == null);
    }

    /** The place asked for as it was understood; null when none was, or when it is a point. */
    private Places.@Nullable Town town(Places places) {
        List<Places.Town> towns = near.isBlank() || POINT.matcher(near).matches() ? List.of() : places.named(near);
        return towns.isEmpty() ? null : towns.get(0);
    }

    private String name(Places places, GeoPoint point) {
        Places.Town town = town(places);
        return town == null ? point.latitude() + "," + point.longitude() : town.label();
    }

    private GeoPoint point(Places places) {
        Matcher parts = POINT.matcher(near);
        if (parts.matches()) {
            double north = Double.parseDouble(parts.group(1));
            double east = Double.parseDouble(parts.group(2));
            if (Math.abs(north) > 90 || Math.abs(east) > 180) {
                throw Parameters.unreadable("near", near);
            }
            return new GeoPoint(Math.round(north * ROUNDED) / ROUNDED, Math.round(east * ROUNDED) / ROUNDED);
        }
        Places.Town town = near.length() > NAME_MAX ? null : town(places);
        if (town == null) {
            throw new Refused(
                    400, "town-unknown", near.length() > NAME_MAX ? near.substring(0, NAME_MAX) : near.strip());
        }
        return town.point();
    }

    private int kilometres() {
        Integer said = number("within", within, 1, SearchConditions.KILOMETRES_MAX);
        return said == null ? SearchConditions.KILOMETRES : said;
    }

    private @Nullable BigDecimal price() {
        if (price == null || price.isBlank()) {
            return null;
        }
        String told = price.strip();
        if (!AMOUNT.matcher(told).matches()) {
            throw Parameters.unreadable("price", told);
        }
        BigDecimal amount = new BigDecimal(told.replace(',', '.'));
        if (amount.compareTo(BigDecimal.valueOf(SearchConditions.PRICE_MAX)) > 0) {
            throw Parameters.unreadable("price", told);
        }
        return amount;
    }

    private String currency() {
        String told = currency.strip().toUpperCase(Locale.ROOT);
        if (!told.isEmpty()
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(one -> one.getCurrencyCode().equals(told))) {
            throw Parameters.unreadable("currency", told);
        }
        return told;
    }

    private List<Need> needs() {
        Set<Need> needs = new TreeSet<>();
        for (String told : accessibility) {
            if (!told.isBlank()) {
                needs.add(Arrays.stream(Need.values())
                        .filter(need -> need.name().equalsIgnoreCase(told.strip()))
                        .findFirst()
                        .orElseThrow(() -> Parameters.unreadable("accessibility", told)));
            }
        }
        return List.copyOf(needs);
    }

    private String audience() {
        String told = audience.strip();
        if (!told.isEmpty() && Vocabularies.of("audiences").concept(told).isEmpty()) {
            throw Parameters.unreadable("audience", told);
        }
        return told;
    }

    private static String code(String name, String told) {
        String code = told.strip().toLowerCase(Locale.ROOT);
        if (!code.isEmpty() && !CODES.contains(code)) {
            throw Parameters.unreadable(name, told);
        }
        return code;
    }

    private @Nullable Attendance attendance() {
        return switch (attendance.strip()) {
            case "" -> null;
            case "on-site" -> Attendance.OFFLINE;
            case "online" -> Attendance.ONLINE;
            default -> throw Parameters.unreadable("attendance", attendance);
        };
    }

    private static boolean yes(String name, String told) {
        return switch (told.strip()) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Parameters.unreadable(name, told);
        };
    }

    private static @Nullable Integer number(String name, @Nullable String told, int least, int most) {
        if (told == null || told.isBlank()) {
            return null;
        }
        if (!told.strip().matches("[0-9]{1,4}")) {
            throw Parameters.unreadable(name, told);
        }
        int number = Integer.parseInt(told.strip());
        if (number < least || number > most) {
            throw Parameters.unreadable(name, told);
        }
        return number;
    }
}
