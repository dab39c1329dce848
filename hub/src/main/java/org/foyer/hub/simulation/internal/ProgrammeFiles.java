package org.foyer.hub.simulation.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;

/** What a house says of its performances, as a table, and for pretix as the lists of its interface too. */
final class ProgrammeFiles {

    private static final String[] FRENCH = {
        "N° séance",
        "Saison",
        "Titre du spectacle",
        "Date et heure séance",
        "Lieu",
        "Salle",
        "Adresse",
        "Code postal",
        "Ville",
        "Région",
        "Pays",
        "Genre",
        "Jauge",
        "Places bloquées",
        "Recette potentielle",
        "Producteur",
        "État",
        "Description",
        "Personnes créditées",
        "Durée en minutes",
        "Âge minimum",
        "Langue",
        "Surtitres",
        "Accessibilité",
        "Prix minimum",
        "Prix maximum"
    };
    private static final String[] ENGLISH = {
        "Performance ID",
        "Season",
        "Event title",
        "Performance date",
        "Venue",
        "Hall",
        "Address",
        "Postcode",
        "City",
        "Region",
        "Country",
        "Genre",
        "Capacity",
        "Held seats",
        "Potential revenue",
        "Producer",
        "Status",
        "Description",
        "Credited people",
        "Running time",
        "Age from",
        "Language",
        "Surtitles",
        "Accessibility",
        "Lowest price",
        "Highest price"
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProgrammeFiles() {}

    /** Writes the table of all nights. */
    static void table(Path file, HouseSketch house, List<Night> nights, Announcements announced) throws IOException {
        boolean english = Layout.of(house.tool()).english();
        PostalAddress address = house.address();
        try (TableFile table = new TableFile(file, house.tool(), "Programme", english ? ENGLISH : FRENCH)) {
            for (Night night : nights) {
                table.text(night.ref()).text(new Season(night.season()).label());
                table.text(night.show().title()).moment(night.start());
                table.text(house.name()).text(night.hall().name());
                for (String part : new String[] {
                    address.street(), address.postcode(), address.city(), address.region(), address.country()
                }) {
                    table.text(part == null ? "" : part);
                }
                table.text(night.show().genre());
                table.number(night.hall().seats()).number(night.held());
                table.money(night.plan().potential());
                table.text(night.show().producer()).text(state(night, english));
                announce(table, night, announced);
                table.end();
            }
        }
    }

    private static void announce(TableFile table, Night night, Announcements announced) {
        Announcement told = announced.of(night);
        table.text(told.description()).text(told.people());
        count(table, told.minutes());
        count(table, told.ageFrom());
        table.text(told.language()).text(told.surtitles()).text(announced.accessibility(night));
        int[] prices = night.plan().prices();
        if (announced.tellsPrices(night)) {
            table.money(prices[prices.length - 1]).money(prices[0]);
        } else {
            table.text("").text("");
        }
    }

    private static void count(TableFile table, int number) {
        if (number > 0) {
            table.number(number);
        } else {
            table.text("");
        }
    }

    private static String state(Night night, boolean english) {
        if (night.cancelled()) {
            return english ? "Cancelled" : "Annulée";
        }
        return english ? "Confirmed" : "Confirmée";
    }

    /** Writes pretix's list of dates ({@code …/subevents/}). */
    static void subevents(Path file, HouseSketch house, List<Night> nights, UtcText utc) throws IOException {
        ArrayNode results = JSON.createArrayNode();
        for (Night night : nights) {
            ObjectNode date = results.addObject();
            date.put("id", Integer.parseInt(night.ref()));
            date.putObject("name").put("fr", night.show().title());
            date.put("event", PretixOrder.event(night.season()));
            date.put("active", !night.cancelled()).put("is_public", true);
            date.put("date_from", utc.of(night.start()));
            for (String none : List.of("date_to", "date_admission", "presale_start", "presale_end", "seating_plan")) {
                date.putNull(none);
            }
            date.putObject("seat_category_mapping");
            PostalAddress at = house.address();
            date.putObject("location")
                    .put("fr", house.name() + "\n" + at.street() + "\n" + at.postcode() + " " + at.city());
            date.putNull("geo_lat").putNull("geo_lon");
            date.putArray("item_price_overrides");
            date.putArray("variation_price_overrides");
            date.putObject("meta_data")
                    .put("hall", night.hall().name())
                    .put("capacity", Integer.toString(night.hall().seats()))
                    .put("held", Integer.toString(night.held()))
                    .put(
                            "potential",
                            BigDecimal.valueOf(night.plan().potential(), 2).toPlainString())
                    .put("genre", night.show().genre())
                    .put("season", new Season(night.season()).label());
        }
        write(file, results);
    }

    /** Writes pretix's list of products ({@code …/items/}), which gives names to the tariffs. */
    static void items(Path file) throws IOException {
        ArrayNode results = JSON.createArrayNode();
        for (Tariff tariff : Tariff.values()) {
            ObjectNode item = results.addObject();
            item.put("id", PretixOrder.item(tariff));
            item.putObject("name").put("fr", tariff.french);
            item.putNull("internal_name")
                    .put("default_price", "0.00")
                    .put("active", true)
                    .put("admission", true);
            item.put("tax_rate", "5.50").put("free_price", false).put("position", tariff.ordinal());
            item.put("has_variations", false).putArray("variations");
        }
        write(file, results);
    }

    private static void write(Path file, ArrayNode results) throws IOException {
        ObjectNode list = JSON.createObjectNode();
        list.put("count", results.size()).putNull("next").putNull("previous").set("results", results);
        Files.write(file, JSON.writeValueAsBytes(list));
    }
}
