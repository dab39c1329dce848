package org.foyer.hub.intake.internal.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.internal.programme.TypedShow;
import org.jspecify.annotations.Nullable;

/** The document that a published sheet becomes: what {@link TypedShow} reads. */
final class SheetDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EDITION = "1";

    private SheetDocument() {}

    /**
     * @param production our number of the production, or the sheet's own word for it
     * @param title of the show, for dates that nobody knew before
     * @param typed what was said beside the files
     * @param all every date of the show, so that what is said of the show reaches each of them
     */
    static byte[] write(String production, String title, SheetWords typed, List<SheetWords.Date> all) {
        ObjectNode document = JSON.createObjectNode();
        document.put(TypedShow.MARK, EDITION);
        document.put("production", production);
        ObjectNode show = document.putObject("show");
        typed.show().entrySet().stream()
                .filter(said -> !isOfAnother(said.getKey()))
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(said -> show.put(said.getKey(), said.getValue()));
        identifiers(document, typed);
        works(document, typed.works());
        credits(document.putArray("contributions"), typed.credits());
        ArrayNode performances = document.putArray("performances");
        for (SheetWords.Date date : all) {
            ObjectNode performance = performances.addObject();
            performance.put("own", date.own());
            if (!date.hasNumber()) {
                performance.put("title", title);
            }
            typed.dates().stream()
                    .filter(said -> said.own().equals(date.own()))
                    .forEach(said -> date(performance, said, typed));
            wholeStart(performance, date);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sheet cannot be written", e);
        }
    }

    private static void date(ObjectNode performance, SheetWords.Date said, SheetWords typed) {
        said.said().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(one -> performance.put(one.getKey(), written(one.getKey(), one.getValue())));
        String town = townOf(said, typed);
        if (!town.isEmpty()) {
            performance.put("city", town);
        }
    }

    /** The town that is said at one date is that of all dates at this venue: without it the same name would be another venue. */
    static String townOf(SheetWords.Date date, SheetWords all) {
        if (!date.get("city").isEmpty() || date.get("venue").isEmpty()) {
            return date.get("city");
        }
        List<String> towns = all.dates().stream()
                .filter(other -> other.get("venue").equals(date.get("venue")))
                .map(other -> other.get("city"))
                .filter(town -> !town.isEmpty())
                .distinct()
                .toList();
        return towns.size() == 1 ? towns.get(0) : "";
    }

    /** Codes of countries are written in capitals, however they were typed. */
    private static String written(String property, String value) {
        return property.equals("country") ? value.toUpperCase(Locale.ROOT) : value;
    }

    private static boolean isOfAnother(String property) {
        return property.startsWith(SheetWords.IDS_OF_NAME) || property.startsWith(SheetWords.IDS_OF_WORK);
    }

    private static void identifiers(ObjectNode document, SheetWords typed) {
        ArrayNode list = document.putArray("identifiers");
        typed.show().entrySet().stream()
                .filter(said -> isOfAnother(said.getKey()) && !said.getValue().isBlank())
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(said -> {
                    boolean name = said.getKey().startsWith(SheetWords.IDS_OF_NAME);
                    String before = name ? SheetWords.IDS_OF_NAME : SheetWords.IDS_OF_WORK;
                    list.addObject()
                            .put("kind", name ? "name" : "work")
                            .put("of", said.getKey().substring(before.length()))
                            .put("ids", said.getValue());
                });
    }

    /** A day without its hour, or an hour without its day, would say something else. */
    private static void wholeStart(ObjectNode performance, SheetWords.Date date) {
        if (performance.has("day") || performance.has("time") || !date.hasNumber()) {
            performance.put("day", date.get("day"));
            performance.put("time", date.get("time"));
        }
    }

    private static void works(ObjectNode document, @Nullable List<SheetWords.Work> works) {
        ArrayNode list = document.putArray("works");
        if (works != null) {
            for (SheetWords.Work work : works) {
                ObjectNode node = list.addObject();
                node.put("title", work.title());
                credits(node.putArray("contributions"), work.writers());
            }
        }
    }

    private static void credits(ArrayNode list, @Nullable List<SheetWords.Credit> credits) {
        if (credits != null) {
            credits.forEach(
                    credit -> list.addObject().put("name", credit.name()).put("role", credit.role()));
        }
    }
}
