package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Parts;
import org.foyer.hub.catalogue.ShowParts;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** What several houses say of one show, each its part, for those who belong to one of them; its editors take words of others over. */
@Path("/api/houses/{house}/parts")
@Produces(MediaType.APPLICATION_JSON)
public class PartsResource {

    private final Access access;
    private final CurrentActor current;
    private final Parts parts;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public PartsResource(Access access, CurrentActor current, Parts parts, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.parts = parts;
        this.intake = intake;
        this.audit = audit;
    }

    /** What is told of a show, and the sheet of the house as it stands, sent back with what is taken. */
    public record Told(ShowParts parts, String seen) {}

    /**
     * Words of another house.
     *
     * @param production of that house
     * @param performance of that house, 0 where the whole show is meant
     * @param property as {@link ShowParts.Field} names it, or {@code date} for a whole date that the own house does not have
     * @param value as it was read; of a whole date its start
     */
    public record Taking(
            long production,
            long performance,
            @Nullable String property,
            @Nullable String value) {}

    /** Shows of the house of which other houses of the node say something too, those that play last first. */
    @GET
    public List<Parts.Shared> shared(
            @PathParam("house") String slug, @QueryParam("limit") @DefaultValue("50") int limit) {
        House house = access.house(slug, Role.READER);
        if (limit < 1 || limit > Parts.SHOWS_MAX) {
            throw Parameters.unreadable("limit", Integer.toString(limit));
        }
        return parts.shared(house.id(), limit);
    }

    /** What each of them says of one of these, and whose part it is; only what is public (404 when nobody else says anything). */
    @GET
    @Path("{production}")
    public Told parts(@PathParam("house") String slug, @PathParam("production") String production) {
        return of(access.house(slug, Role.READER), production);
    }

    /** The same for whoever checked the rights. */
    public Told of(House house, String production) {
        ShowParts found = find(house, production);
        return new Told(
                found,
                SheetSeen.text(
                        intake.sheets().seenOf(house.id(), found.production()).orElse(null)));
    }

    private ShowParts find(House house, String production) {
        if (!production.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return parts.of(house.id(), Long.parseLong(production)).orElseThrow(PartsResource::unknown);
    }

    /**
     * Says words of another house on the sheet of the own show, and publishes that at once: an import that names the other house and can be
     * undone. Nothing changes in the other house. Answers with the report of the import (409 when they say something else by now, when it
     * is said so already, when no sheet can say it, or when somebody else typed or published meanwhile; 422 with every other problem).
     *
     * @param seen the sheet as it was told, as {@code 3@2026-11-30T17:00:00Z}; left out, whatever is there
     */
    @POST
    @Path("{production}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RunReport take(
            @PathParam("house") String slug,
            @PathParam("production") String production,
            @QueryParam("seen") @Nullable String seen,
            @Nullable Taking taking) {
        House house = access.house(slug, Role.EDITOR);
        if (taking == null || taking.property() == null || taking.value() == null) {
            throw Parameters.unreadable("taking", "");
        }
        return StartsResource.report(take(house, production, taking, seen == null ? null : SheetSeen.read(seen)));
    }

    /**
     * The same for whoever checked the rights and tells the problems in their own way.
     *
     * @throws Refused 404 {@code parts-unknown}, 409
     */
    public ShowSheet.Published take(House house, String production, Taking taking, ShowSheet.@Nullable Seen seen) {
        ShowParts found = find(house, production);
        ShowParts.Side side = found.side(taking.production())
                .filter(other -> !other.house().equals(house.slug()))
                .orElseThrow(PartsResource::unknown);
        SheetWords words = words(found, side, house, taking);
        History.PuttingBack ended = intake.sheets()
                .take(
                        house.id(),
                        found.production(),
                        words,
                        side.house(),
                        seen,
                        current.get().login());
        ShowSheet sheet = ended.sheet();
        if (sheet != null) {
            throw new Refused(
                    409,
                    HistoryResource.code(ended.ended()),
                    sheet.savedBy(),
                    sheet.savedAt().toString());
        }
        ShowSheet.Published published = Optional.ofNullable(ended.published()).orElseThrow(PartsResource::unknown);
        if (published.problems().isEmpty()) {
            audit.write(
                    current.get(),
                    house.id(),
                    "show-published",
                    null,
                    "taken from " + side.house() + ": " + taking.property());
        }
        return published;
    }

    private static SheetWords words(ShowParts found, ShowParts.Side side, House house, Taking taking) {
        String property = Objects.requireNonNullElse(taking.property(), "");
        String value = Objects.requireNonNullElse(taking.value(), "").replace("\r\n", "\n");
        if (taking.performance() == 0) {
            ShowParts.Field field = Stream.concat(found.work().stream(), found.sale().stream())
                    .filter(one -> one.property().equals(property))
                    .findFirst()
                    .orElseThrow(() -> changed(side));
            ShowParts.Said said = said(field, side, value);
            if (!takes(found, field, said)) {
                throw new Refused(409, says(field, found.production(), said) ? "parts-same" : "parts-not-typed");
            }
            return TakenWords.ofShow(found, side, said, property);
        }
        ShowParts.Evening evening = found.evenings().stream()
                .filter(one -> one.performance(side.production()) == taking.performance())
                .findFirst()
                .orElseThrow(() -> changed(side));
        boolean whole = property.equals(TakenWords.DATE);
        ShowParts.Field field = evening.fields().stream()
                .filter(one -> one.property().equals(whole ? "start" : property))
                .findFirst()
                .orElseThrow(() -> changed(side));
        ShowParts.Said said = said(field, side, value);
        long own = evening.performance(found.production());
        if (whole ? own != 0 : says(field, found.production(), said)) {
            throw new Refused(409, "parts-same");
        }
        if (!whole && own == 0) {
            throw new Refused(409, "parts-not-typed");
        }
        return TakenWords.ofDate(evening, side, property, own == 0 ? SheetWords.NEW : Long.toString(own));
    }

    private static ShowParts.Said said(ShowParts.Field field, ShowParts.Side side, String value) {
        return field.of(side.production())
                .filter(one -> one.value().replace("\r\n", "\n").equals(value))
                .orElseThrow(() -> changed(side));
    }

    /** Whether the own sheet can say what another side says of the show, and does not say it yet. */
    public static boolean takes(ShowParts parts, ShowParts.Field field, ShowParts.Said said) {
        String property = field.property();
        int at = property.indexOf('@');
        boolean spoken = at < 0 || SheetWords.LANGUAGES.contains(property.substring(at + 1));
        return said.sayable()
                && spoken
                && (!property.startsWith("price_")
                        || currency(parts, said.production()).equals(currency(parts, parts.production())))
                && !says(field, parts.production(), said);
    }

    private static String currency(ShowParts parts, long production) {
        return parts.side(production).map(ShowParts.Side::currency).orElse("");
    }

    /** Whether a side says just the same. */
    public static boolean says(ShowParts.Field field, long production, ShowParts.Said said) {
        return field.of(production)
                .filter(one -> one.value().equals(said.value()))
                .isPresent();
    }

    private static Refused changed(ShowParts.Side side) {
        return new Refused(409, "parts-changed", side.name());
    }

    private static Refused unknown() {
        return new Refused(404, "parts-unknown");
    }
}
