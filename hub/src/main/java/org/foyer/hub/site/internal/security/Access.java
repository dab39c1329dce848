package org.foyer.hub.site.internal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;

/**
 * Who may do what, for the API and the pages alike.
 *
 * <p>A house one does not belong to looks as if it did not exist (404). Within one's own house a role that does not
 * reach is refused (403), so that one knows whom to ask. The operator manages houses and accounts and sees no figure.
 */
@ApplicationScoped
public class Access {

    private final Houses houses;
    private final CurrentActor current;

    @Inject
    public Access(Houses houses, CurrentActor current) {
        this.houses = houses;
        this.current = current;
    }

    /**
     * The house, if the present person may do there what the role may.
     *
     * @throws Refused 401, 404 {@code house-unknown} or 403 {@code role-too-low}
     */
    public House house(String slug, Role needed) {
        Actor actor = current.get();
        House house = houses.bySlug(slug)
                .filter(found -> actor.roles().containsKey(found.id()))
                .orElseThrow(() -> new Refused(404, "house-unknown", slug));
        if (!actor.may(house.id(), needed)) {
            throw new Refused(403, "role-too-low", needed.name().toLowerCase(java.util.Locale.ROOT));
        }
        return house;
    }

    /** The house, for what everyone may read without signing in. */
    public House publicHouse(String slug) {
        return houses.bySlug(slug).orElseThrow(() -> new Refused(404, "house-unknown", slug));
    }

    /**
     * The house, for its steward or for the operator, who must be able to name the first steward.
     *
     * @throws Refused 401, 404 or 403
     */
    public House membersOf(String slug) {
        return current.get().operator() ? publicHouse(slug) : house(slug, Role.STEWARD);
    }

    /** @throws Refused 401, or 403 {@code operator-only} */
    public Actor operator() {
        Actor actor = current.get();
        if (!actor.operator() || actor.readOnly()) {
            throw new Refused(403, "operator-only");
        }
        return actor;
    }

    /**
     * A funder or researcher.
     *
     * @param asks whether something is spent, which a token that only reads may not
     * @throws Refused 401, or 403 {@code observer-only}
     */
    public Actor observer(boolean asks) {
        Actor actor = current.get();
        if (!actor.isObserver() || (asks && actor.readOnly())) {
            throw new Refused(403, "observer-only");
        }
        return actor;
    }

    /** The houses that the present person belongs to; all of them for the operator, by name only. */
    public List<House> visible() {
        Actor actor = current.get();
        return houses.all().stream()
                .filter(house -> actor.operator() || actor.roles().containsKey(house.id()))
                .toList();
    }
}
