package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Identifiers;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.store.Revivals;
import org.jspecify.annotations.Nullable;

/** One show with all its dates, for everyone: to be read, shared and found. */
@Path("/")
public class ShowPage {

    /** Dates that search engines are told of in the page; the programme's feeds have them all. */
    private static final int LINKED_MAX = 30;

    private final Access access;
    private final Shows shows;
    private final Houses houses;
    private final Programme programme;
    private final LinkedData linked;
    private final RunningNode node;
    private final PublicAddress address;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ShowPage(
            Access access,
            Shows shows,
            Houses houses,
            Programme programme,
            LinkedData linked,
            RunningNode node,
            PublicAddress address,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.shows = shows;
        this.houses = houses;
        this.programme = programme;
        this.linked = linked;
        this.node = node;
        this.address = address;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/shows/{show}")
    @Produces(MediaType.TEXT_HTML)
    public Response show(@PathParam("house") String slug, @PathParam("show") String id) {
        House house = access.publicHouse(slug);
        List<ProgrammeEntry> dates = dates(house, id);
        Language language = frames.language();
        ShowView view = view(language, house, id, dates);
        return screen.show("show", frames.frame(view.title(), house), view);
    }

    /** The dates of a show for a calendar. */
    @GET
    @Path("h/{house}/shows/{show}/dates.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response calendar(@PathParam("house") String slug, @PathParam("show") String id) {
        House house = access.publicHouse(slug);
        List<ProgrammeEntry> dates = dates(house, id);
        String base = address.get();
        StreamingOutput out = stream -> shows.writeICalendar(house, dates, base, stream);
        return Response.ok(out).header("Access-Control-Allow-Origin", "*").build();
    }

    private List<ProgrammeEntry> dates(House house, String id) {
        List<ProgrammeEntry> dates = shows.dates(house.id(), id);
        if (dates.isEmpty()) {
            throw Identifiers.missing(linked, "run", id, "/h/" + house.slug() + "/shows/");
        }
        return dates;
    }

    private ShowView view(Language language, House house, String id, List<ProgrammeEntry> dates) {
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        ProgrammeEntry last = dates.get(dates.size() - 1);
        ProgrammeView.Entry bill = ProgrammeBill.entry(language, last);
        List<ProgrammeEntry> ahead = dates.stream()
                .filter(entry -> !entry.performance().day().isBefore(today))
                .toList();
        List<ProgrammeEntry> past = dates.subList(0, dates.size() - ahead.size());
        String base = address.get();
        String here = base + "/h/" + house.slug() + "/shows/" + id;
        return new ShowView(
                String.valueOf(ShowFacts.text(language, last, "title", bill.title())),
                last.described("subtitle"),
                bill.kind(),
                told(language, dates),
                blankToNull(ShowFacts.text(
                        language, last, "description", last.production().description())),
                ShowFacts.of(language, house, last),
                bill.credits(),
                bill.works(),
                ahead.stream().map(entry -> date(language, house, entry)).toList(),
                past.stream().map(entry -> date(language, house, entry)).toList(),
                (ahead.isEmpty() ? List.of(last) : ahead)
                        .stream()
                                .limit(LINKED_MAX)
                                .map(entry -> programme.jsonLd(house, entry, base))
                                .toList(),
                here,
                web(last.production().url()),
                web(last.described("picture")),
                "/h/" + house.slug() + "/shows/" + id + "/dates.ics",
                base + "/id/run/" + id,
                OutsideWords.of(last, bill.title()),
                elsewhere(language, id),
                Stream.concat(partOf(language, house, dates).stream(), halls(language, house, dates).stream())
                        .toList(),
                StagingRows.of(
                        language,
                        house,
                        there -> houses.byId(there).orElse(null),
                        shows.staging(id),
                        last.described(Revivals.PROPERTY)),
                last.production().id());
    }

    /** A house that was taken off the node meanwhile is left out. */
    private List<ShowView.Elsewhere> elsewhere(Language language, String id) {
        Formats formats = language.formats();
        return shows.elsewhere(id).stream()
                .flatMap(run -> houses.byId(run.house()).stream().map(there -> {
                    String first = formats.longDay(run.first());
                    String when = run.dates() == 1
                            ? language.say("show_once", first)
                            : language.say(
                                    "show_dates", formats.number(run.dates()), first, formats.longDay(run.last()));
                    return new ShowView.Elsewhere(
                            "/h/" + there.slug() + "/shows/" + run.run(),
                            there.name(),
                            run.title(),
                            run.place() == null ? when : language.say("show_at", when, run.place()));
                }))
                .toList();
    }

    /** Of all dates, each once; a name as the last date spells it. */
    static List<ShowView.PartOf> partOf(Language language, House house, List<ProgrammeEntry> dates) {
        Map<String, ShowView.PartOf> all = new LinkedHashMap<>();
        for (ProgrammeEntry date : dates) {
            for (ProgrammeEntry.PartOf part : date.partOf()) {
                String href = Festival.pathOf(house, part.kind(), part.id());
                all.put(href, new ShowView.PartOf(href, language.say("show_part_" + part.kind()), part.name()));
            }
        }
        return List.copyOf(all.values());
    }

    /** In which halls its dates are, each once. */
    static List<ShowView.PartOf> halls(Language language, House house, List<ProgrammeEntry> dates) {
        Map<Long, ShowView.PartOf> all = new LinkedHashMap<>();
        for (ProgrammeEntry date : dates) {
            Hall hall = date.hall();
            if (hall != null) {
                all.put(
                        hall.id(),
                        new ShowView.PartOf(Hall.pathOf(house, hall.id()), language.say("calendar_hall"), hall.name()));
            }
        }
        return List.copyOf(all.values());
    }

    private static String told(Language language, List<ProgrammeEntry> dates) {
        Formats formats = language.formats();
        Set<String> places = dates.stream()
                .map(entry -> entry.venue() == null ? "" : entry.venue().name())
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String first = formats.longDay(dates.get(0).performance().day());
        String until = formats.longDay(dates.get(dates.size() - 1).performance().day());
        String when = dates.size() == 1
                ? language.say("show_once", first)
                : language.say("show_dates", formats.number(dates.size()), first, until);
        return places.isEmpty() ? when : language.say("show_at", when, String.join(", ", places));
    }

    private static ShowView.Date date(Language language, House house, ProgrammeEntry entry) {
        ProgrammeView.Entry bill = ProgrammeBill.entry(language, entry);
        String day = language.formats().longDay(entry.performance().day());
        return new ShowView.Date(
                "p" + entry.performance().id(),
                bill.iso(),
                day + (bill.time() == null ? "" : ", " + bill.time()),
                bill.place(),
                entry.venue() == null
                        ? null
                        : ListingPage.path(house, entry.venue().id()),
                bill.state(),
                Stream.concat(ShowFacts.ofDate(language, entry).stream(), bill.changes().stream())
                        .toList());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String web(@Nullable String address) {
        return address != null && address.matches("https?://\\p{Graph}+") ? address : null;
    }
}
