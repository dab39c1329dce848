package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.insight.Observatory;
import org.foyer.hub.insight.Observatory.Agreed;
import org.foyer.hub.insight.Observatory.Choice;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the observatory: for anybody when the networks of the houses decided so, else for those
 * whose house takes part, and for funders and researchers when all houses in them let them.
 */
@Path("/api/observatory")
@Produces(MediaType.APPLICATION_JSON)
public class ObservatoryResource {

    private final CurrentActor current;
    private final RunningNode node;

    @Inject
    public ObservatoryResource(CurrentActor current, RunningNode node) {
        this.current = current;
        this.node = node;
    }

    /**
     * What may be seen.
     *
     * @param open whether by anybody
     * @param season first year; null when nothing is published
     * @param seasons first years with tables
     * @param agreed which tables there are, and how they are counted
     */
    public record Told(
            boolean open,
            boolean simulated,
            @Nullable Integer season,
            List<Integer> seasons,
            List<Agreed> agreed,
            List<Published> tables) {}

    /** @param season for instance 2025-26; the newest when left out */
    @GET
    public Told tables(
            @QueryParam("season") @Nullable String season, @QueryParam("simulated") @Nullable Boolean simulated) {
        return told(node.get(), current.find(), season, simulated);
    }

    /**
     * The same for pages and the command line. A season is made only for somebody whose house takes part; others see what is published.
     *
     * @param actor empty for anybody; whoever is signed in is told at least which tables there are
     * @param simulated of which houses; real ones when there are tables of such, if left out
     * @throws Refused 404 {@code observatory-closed}, 400 {@code parameter-unreadable}
     */
    public static Told told(Node node, Optional<Actor> actor, @Nullable String season, @Nullable Boolean simulated) {
        Observatory observatory = node.observatory();
        for (boolean world : simulated == null ? new boolean[] {false, true} : new boolean[] {simulated}) {
            Optional<Actor> member =
                    actor.filter(one -> members(node, one, world).anyMatch(house -> true));
            Optional<Choice> choice = choice(observatory, member, season, world);
            if (choice.isPresent()
                    && (actor.filter(one -> isOpenTo(node, one, choice.get())).isPresent()
                            || observatory.isOpen(choice.get())
                            || (actor.filter(Actor::isObserver).isPresent()
                                    && observatory.isOpenToObservers(choice.get())))) {
                return told(observatory, actor.orElseGet(Actor::commandLine), choice.get());
            }
        }
        if (actor.isEmpty()) {
            throw new Refused(404, "observatory-closed");
        }
        return new Told(false, false, null, List.of(), observatory.agreed(), List.of());
    }

    /** A season that is published is never made again, whoever asks. */
    private static Told told(Observatory observatory, Actor actor, Choice choice) {
        return new Told(
                observatory.isOpen(choice),
                choice.simulated(),
                choice.season().firstYear(),
                observatory.seasons(choice.simulated()).stream()
                        .map(Season::firstYear)
                        .toList(),
                observatory.agreed(),
                observatory.tables(actor, choice.simulated(), choice.season()));
    }

    /** Whether a house of the actor joined, but has no agreement in force. */
    public static boolean isUnagreed(Node node, Actor actor) {
        return actor.roles().keySet().stream()
                .anyMatch(house ->
                        SharedUse.TABLES.refusal().equals(node.observatory().refusal(house)));
    }

    private static boolean isOpenTo(Node node, Actor actor, Choice choice) {
        return members(node, actor, choice.simulated())
                .anyMatch(house -> node.observatory().isOpenTo(house, choice));
    }

    /** Houses of the actor that take part by an agreement, among real or among simulated houses. */
    private static Stream<HouseId> members(Node node, Actor actor, boolean simulated) {
        return actor.roles().keySet().stream()
                .filter(house -> actor.may(house, Role.READER))
                .filter(house -> node.observatory().refusal(house) == null)
                .filter(house -> node.houses()
                        .byId(house)
                        .filter(one -> one.simulated() == simulated)
                        .isPresent());
    }

    private static Optional<Choice> choice(
            Observatory observatory, Optional<Actor> member, @Nullable String season, boolean simulated) {
        if (season != null) {
            Season asked = parsed(season);
            return observatory.seasons(simulated).contains(asked)
                    ? Optional.of(new Choice(simulated, asked))
                    : Optional.empty();
        }
        return member.isPresent()
                ? member.flatMap(actor -> observatory.newest(actor, simulated))
                : observatory.seasons(simulated).stream().findFirst().map(newest -> new Choice(simulated, newest));
    }

    private static Season parsed(String season) {
        try {
            return Season.parse(season.strip());
        } catch (IllegalArgumentException e) {
            throw Parameters.unreadable("season", season);
        }
    }
}
