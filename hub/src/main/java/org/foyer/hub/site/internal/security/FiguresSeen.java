package org.foyer.hub.site.internal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes down who looked at figures of people: one line of the audit for each account, house, kind of figures and day (UTC). More
 * lines would hide who looked at a person; after a restart a day may have a second line.
 */
@ApplicationScoped
public class FiguresSeen {

    /** Action of the audit line. */
    public static final String ACTION = "figures-seen";

    /** Purpose of the audit line. */
    public static final String PURPOSE = "audience";

    private static final Pattern FIGURES_OF_PEOPLE =
            Pattern.compile("/(?:h|api/houses)/([^/]+)/(audience|segments|surveys)(?:/.*)?");

    /** Looks that are remembered; beyond it a look may be written down again. */
    private static final int REMEMBERED_MAX = 100_000;

    private final Audit audit;
    private final Houses houses;
    private final CurrentActor current;
    private final RunningNode node;
    private final Set<Look> seen = ConcurrentHashMap.newKeySet();

    @Inject
    public FiguresSeen(Audit audit, Houses houses, CurrentActor current, RunningNode node) {
        this.audit = audit;
        this.houses = houses;
        this.current = current;
        this.node = node;
    }

    private record Look(LocalDate day, String login, String house, String figures) {}

    /** Hears of each answer; only figures of people that were shown, or that the browser still had, count. */
    @ServerResponseFilter
    public void answered(ContainerRequestContext request, ContainerResponseContext response) {
        Matcher asked = FIGURES_OF_PEOPLE.matcher(request.getUriInfo().getPath());
        boolean shown = response.getStatus() == 200 || response.getStatus() == 304;
        if (!shown || !request.getMethod().equals("GET") || !asked.matches()) {
            return;
        }
        current.find().ifPresent(actor -> {
            LocalDate day = LocalDate.ofInstant(node.get().settings().clock().instant(), ZoneOffset.UTC);
            Look look = new Look(day, actor.login(), asked.group(1), asked.group(2));
            if (seen.size() >= REMEMBERED_MAX) {
                seen.clear();
            }
            if (seen.add(look)) {
                houses.bySlug(look.house())
                        .ifPresent(house -> audit.write(actor, house.id(), ACTION, PURPOSE, look.figures()));
            }
        });
    }
}
