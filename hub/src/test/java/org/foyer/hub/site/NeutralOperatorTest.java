package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whoever runs the node is no member of any house: of what a house keeps for its members the table of routes opens to the operator nothing
 * but who its members are. That the table is what the routes do is tried by {@link RouteRightsTest}, route by route.
 */
class NeutralOperatorTest {

    /** The operator names the first steward of a house, and never gives a role to themself. */
    private static final Set<String> MEMBERS = Set.of(
            "GET /api/houses/{house}/members",
            "POST /api/houses/{house}/members",
            "DELETE /api/houses/{house}/members/{account}",
            "GET /h/{house}/members",
            "POST /h/{house}/members",
            "POST /h/{house}/members/{account}/remove");

    /** A route of a house, and what it answers to whoever is not signed in, to the operator and to a funder. */
    private record Route(String name, String anyone, String operator, String observer) {}

    private static List<Route> routesOfHouses() throws IOException {
        try (InputStream in = NeutralOperatorTest.class.getResourceAsStream("/site/routes.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = List.of(lines.get(0).split(","));
            return lines.stream()
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .filter(cells -> cells.get(1).contains("{house}"))
                    .map(cells -> new Route(
                            cells.get(0) + " " + cells.get(1),
                            cells.get(columns.indexOf("anyone")),
                            cells.get(columns.indexOf("operator")),
                            cells.get(columns.indexOf("observer"))))
                    .toList();
        }
    }

    @Test
    void whatAHouseKeepsForItsMembersIsClosedToTheOperator() throws IOException {
        List<Route> kept = routesOfHouses().stream()
                .filter(route -> !route.anyone().equals("ok"))
                .toList();
        assertThat(kept).hasSizeGreaterThan(100);
        assertThat(kept.stream()
                        .filter(route -> !route.operator().equals("404"))
                        .map(Route::name)
                        .collect(Collectors.toSet()))
                .isEqualTo(MEMBERS);
    }

    @Test
    void fundersSeeNothingOfWhatAHouseKeepsForItsMembers() throws IOException {
        assertThat(routesOfHouses().stream().filter(route -> !route.anyone().equals("ok")))
                .hasSizeGreaterThan(100)
                .allMatch(route -> route.observer().equals("404"));
    }

    @Test
    void rowsFiguresPeopleAndProductsAreAmongTheClosedOnes() throws IOException {
        assertThat(routesOfHouses().stream()
                        .filter(route -> route.operator().equals("404"))
                        .map(Route::name))
                .contains(
                        "GET /api/houses/{house}/figures",
                        "GET /api/houses/{house}/audience",
                        "GET /api/houses/{house}/audit",
                        "GET /api/houses/{house}/products/{product}/package",
                        "GET /h/{house}/figures");
    }
}
