package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ShowParts;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PartsResource;
import org.jspecify.annotations.Nullable;

/** Lays the sides of a show out. */
final class SidesViews {

    private static final String PRICE = "price_";

    private final Language language;
    private final House house;
    private final boolean editor;
    private final ShowParts parts;
    private final HistoryViews words;

    /** @param editor whether who reads may take */
    SidesViews(Language language, House house, boolean editor, ShowParts parts) {
        this.language = language;
        this.house = house;
        this.editor = editor;
        this.parts = parts;
        this.words = new HistoryViews(language, house, editor);
    }

    SidesView view(String seen, @Nullable String done, List<SheetView.Problem> problems) {
        String base = "/h/" + house.slug();
        List<ShowParts.Side> makers =
                parts.sides().stream().filter(ShowParts.Side::makes).toList();
        return new SidesView(
                base,
                base + "/parts/" + parts.production(),
                language.say("parts_of", parts.title()),
                language.count("parts_sides", parts.sides().size()) + " "
                        + (parts.differences() == 0
                                ? language.say("parts_alike")
                                : language.count("parts_differ", parts.differences())),
                seen,
                done,
                problems,
                editor,
                parts.production(),
                parts.sides().stream().map(this::who).toList(),
                part(
                        "work",
                        makers.isEmpty()
                                ? language.say("parts_work_nobody")
                                : language.say("parts_work_whose", names(makers)),
                        parts.work(),
                        true),
                part("sale", language.say("parts_sale_whose"), parts.sale(), false),
                evenings(),
                parts.more() ? language.say("parts_more") : null);
    }

    private SidesView.Who who(ShowParts.Side side) {
        List<String> role = new ArrayList<>();
        role.add(language.say(side.makes() ? "parts_makes" : "parts_presents"));
        if (side.followed() != null) {
            role.add(language.say("parts_followed", side.followed()));
        }
        if (side.simulated()) {
            role.add(language.say("parts_simulated"));
        }
        return new SidesView.Who(side.name(), "/h/" + side.house() + "/shows/" + side.run(), String.join(" · ", role));
    }

    private SidesView.Part part(String id, String whose, List<ShowParts.Field> fields, boolean together) {
        List<SidesView.Different> differing = new ArrayList<>();
        List<SidesView.Row> rows = new ArrayList<>();
        for (ShowParts.Field field : fields) {
            String what = label(field);
            Function<ShowParts.Said, SidesView.@Nullable Take> take =
                    said -> PartsResource.takes(parts, field, said) ? take(field, said) : null;
            if (field.differs()) {
                differing.add(different(id + "-" + differing.size(), what, field, take));
            } else if (together) {
                rows.add(row(what, field, take));
            } else {
                field.said()
                        .forEach(said -> rows.add(new SidesView.Row(
                                what, shown(field, said), name(said), editor ? take.apply(said) : null)));
            }
        }
        return new SidesView.Part(id, language.say("parts_" + id), whose, differing, rows);
    }

    private SidesView.Part evenings() {
        List<SidesView.Different> differing = new ArrayList<>();
        List<SidesView.Row> rows = new ArrayList<>();
        for (ShowParts.Evening evening : parts.evenings()) {
            long own = evening.performance(parts.production());
            String day = language.formats().longDay(evening.day());
            for (ShowParts.Field field : evening.fields()) {
                String what = language.say("parts_on", day, label(field));
                Function<ShowParts.Said, SidesView.@Nullable Take> take = said ->
                        own == 0 || PartsResource.says(field, parts.production(), said) ? null : take(field, said);
                if (field.differs()) {
                    differing.add(different("evening-" + differing.size(), what, field, take));
                } else if (field.property().equals("start")) {
                    rows.add(date(evening, field, day, own));
                } else if (own != 0 && field.of(parts.production()).isEmpty()) {
                    rows.add(row(what, field, take));
                }
            }
        }
        return new SidesView.Part(
                "evenings", language.say("parts_evenings"), language.say("parts_evenings_whose"), differing, rows);
    }

    /** Where it is, by who tells it; a date that the house does not have can be taken whole. */
    private SidesView.Row date(ShowParts.Evening evening, ShowParts.Field start, String day, long own) {
        ShowParts.Said first = start.said().stream()
                .filter(ShowParts.Said::part)
                .findFirst()
                .orElse(start.said().get(0));
        String where = evening.fields().stream()
                .filter(field -> List.of("hall", "venue", "city").contains(field.property()))
                .flatMap(field -> field.of(first.production()).stream())
                .map(ShowParts.Said::value)
                .distinct()
                .collect(Collectors.joining(", "));
        boolean hour = first.value().contains("T");
        return new SidesView.Row(
                day,
                (hour ? first.value().substring(first.value().indexOf('T') + 1) + " " : "") + where,
                start.said().stream().map(this::name).collect(Collectors.joining(", ")),
                editor && own == 0
                        ? new SidesView.Take(first.production(), first.performance(), "date", first.value())
                        : null);
    }

    private SidesView.Different different(
            String number,
            String what,
            ShowParts.Field field,
            Function<ShowParts.Said, SidesView.@Nullable Take> take) {
        return new SidesView.Different(
                number,
                what,
                field.said().stream()
                        .map(said -> new SidesView.Value(
                                shown(field, said), name(said), said.part(), editor ? take.apply(said) : null))
                        .toList());
    }

    /** What all say who say something, told once. */
    private SidesView.Row row(
            String what, ShowParts.Field field, Function<ShowParts.Said, SidesView.@Nullable Take> take) {
        ShowParts.Said first = field.said().stream()
                .filter(ShowParts.Said::part)
                .findFirst()
                .orElse(field.said().get(0));
        boolean own = field.of(parts.production()).isPresent();
        return new SidesView.Row(
                what,
                shown(field, first),
                field.said().stream().map(this::name).collect(Collectors.joining(", ")),
                editor && !own ? take.apply(first) : null);
    }

    private static SidesView.Take take(ShowParts.Field field, ShowParts.Said said) {
        return new SidesView.Take(said.production(), said.performance(), field.property(), said.value());
    }

    private String label(ShowParts.Field field) {
        int at = field.property().indexOf('@');
        return at < 0
                ? words.label(field.property(), "")
                : words.label(
                        field.property().substring(0, at), field.property().substring(at + 1));
    }

    private String shown(ShowParts.Field field, ShowParts.Said said) {
        return field.property().startsWith(PRICE) && said.value().matches("[0-9]{1,18}")
                ? language.formats()
                        .money(
                                Long.parseLong(said.value()),
                                parts.side(said.production()).orElseThrow().currency())
                : words.shown(field.property(), said.value());
    }

    private String name(ShowParts.Said said) {
        return parts.side(said.production()).map(ShowParts.Side::name).orElse("");
    }

    private static String names(List<ShowParts.Side> sides) {
        return sides.stream().map(ShowParts.Side::name).distinct().collect(Collectors.joining(", "));
    }
}
