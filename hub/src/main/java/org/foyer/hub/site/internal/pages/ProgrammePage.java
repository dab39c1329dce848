package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.HouseIdentifiers;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The programme of a house, for everyone. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ProgrammePage {

    private static final int SHOWN = 40;
    private static final int OFFSET_MAX = 100_000;

    private final Access access;
    private final Programme programme;
    private final Licences licences;
    private final Intake intake;
    private final CurrentActor current;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;
    private final PublicAddress address;

    @Inject
    public ProgrammePage(
            Access access,
            Programme programme,
            Licences licences,
            Intake intake,
            CurrentActor current,
            RunningNode node,
            Frames frames,
            Screen screen,
            PublicAddress address) {
        this.licences = licences;
        this.intake = intake;
        this.current = current;
        this.access = access;
        this.programme = programme;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
        this.address = address;
    }

    @GET
    @Path("h/{house}/programme")
    public Response programme(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("from") @Nullable String from,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        House house = access.publicHouse(slug);
        Language language = frames.language();
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        LocalDate first = from == null ? null : Parameters.day("from", from, today);
        int skipped = Math.max(0, Math.min(offset, OFFSET_MAX));
        ProgrammeView view = view(programme, language, house, season, first, today, skipped, address.get());
        return screen.show(
                "programme", frames.frame(language.say("nav_programme"), house), view.open(open(language, house)));
    }

    private ProgrammeView.Open open(Language language, House house) {
        Licences.Licence said = licences.of(house.id()).orElse(null);
        boolean steward =
                current.find().map(actor -> actor.may(house.id(), Role.STEWARD)).orElse(false);
        List<Frame.Choice> choices = new ArrayList<>();
        if (steward) {
            choices.add(new Frame.Choice("", language.say("licence_none"), language.code(), said == null));
            Licences.ALL.forEach(
                    one -> choices.add(new Frame.Choice(one.id(), one.name(), language.code(), one.equals(said))));
        }
        boolean editor =
                current.find().map(actor -> actor.may(house.id(), Role.EDITOR)).orElse(false);
        List<ExternalId> ids = intake.identifiers().of(house.id()).stream()
                .map(HouseIdentifiers.Said::id)
                .toList();
        return new ProgrammeView.Open(
                said == null ? null : said.name(),
                said == null ? null : said.iri(),
                choices,
                OutsideWords.of(ids),
                editor,
                editor ? ExternalIdCell.told(ids) : "");
    }

    static ProgrammeView view(
            Programme programme,
            Language language,
            House house,
            @Nullable String asked,
            @Nullable LocalDate from,
            LocalDate today,
            int skipped,
            String node) {
        Programme.Span span = programme.span(house.id()).orElse(null);
        Season now = Season.of(today);
        Season first = span == null ? now : Season.of(span.from());
        Season last = span == null ? now : Season.of(span.to());
        Season season = chosen(asked, first, last, now);
        boolean coming = asked == null && from == null && season.equals(now);
        LocalDate start = coming ? today : from == null ? season.from() : from;
        List<ProgrammeEntry> entries = programme.entries(house.id(), start, season.to(), skipped, SHOWN);
        if (coming && entries.isEmpty()) {
            start = season.from();
            entries = programme.entries(house.id(), start, season.to(), skipped, SHOWN);
        }
        Map<String, List<ProgrammeView.Entry>> months = new LinkedHashMap<>();
        entries.forEach(entry -> months.computeIfAbsent(
                        language.formats().month(entry.performance().day()), month -> new ArrayList<>())
                .add(ProgrammeBill.entry(language, entry)));
        String base = "/h/" + house.slug();
        long total = programme.count(house.id(), start, season.to());
        String days = "?from=" + start + "&to=" + season.to();
        return new ProgrammeView(
                base,
                SeasonChoice.of(language, seasons(first, last), season),
                entries.isEmpty(),
                months.entrySet().stream()
                        .map(month -> new ProgrammeView.Month(month.getKey(), month.getValue()))
                        .toList(),
                Pager.of(language, skipped, entries.size(), total, SHOWN, pageAddress(base, season, start)),
                base + "/programme.jsonld" + days,
                base + "/programme.ics" + days,
                base + "/programme.csv" + days,
                base + "/programme.xlsx" + days,
                "<script async src=\"" + node + "/widget.js\" data-house=\"" + house.slug() + "\"></script>",
                ProgrammeView.Open.NONE);
    }

    /** The first day stays in the address, so that every page counts from the same one. */
    private static String pageAddress(String base, Season season, LocalDate start) {
        return base + "/programme?season=" + season.label() + (start.equals(season.from()) ? "" : "&from=" + start)
                + "&offset=";
    }

    private static Season chosen(@Nullable String asked, Season first, Season last, Season now) {
        if (asked != null && !asked.isBlank()) {
            try {
                return Season.parse(asked.strip());
            } catch (IllegalArgumentException e) {
                throw new Refused(400, "parameter-unreadable", "season", "");
            }
        }
        if (now.compareTo(first) >= 0 && now.compareTo(last) <= 0) {
            return now;
        }
        return last;
    }

    /** Newest first. */
    private static List<Season> seasons(Season first, Season last) {
        return IntStream.rangeClosed(first.firstYear(), last.firstYear())
                .map(year -> last.firstYear() - (year - first.firstYear()))
                .mapToObj(Season::new)
                .toList();
    }
}
