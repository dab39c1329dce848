package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.acceptance.Api.done;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An agreement on shared buyers, drawn up and signed as stewards do it over HTTP: of a network over nodes, which is founded and voted on
 * first, or of houses of one node alone.
 */
final class SharedBuyersAgreement {

    private static final String MESSENGER = "messenger";
    private static final long PATIENCE = 60_000_000_000L;

    /**
     * A house, and who acts for it.
     *
     * @param self participant whose node it is of
     */
    record Side(String self, String house, Api operator, Api steward) {
        String path(String rest) {
            return "/api/houses/" + house + rest;
        }
    }

    /** Something that is there after a while. */
    private interface Look {
        JsonNode at() throws IOException, InterruptedException;
    }

    private final Side home;
    private final List<Side> guests;
    private String network = "";

    private SharedBuyersAgreement(Side home, List<Side> guests) {
        this.home = home;
        this.guests = guests;
    }

    /** In force between a house and houses of other nodes, which know one another already. */
    static void between(Side home, List<Side> guests) throws IOException, InterruptedException {
        SharedBuyersAgreement agreement = new SharedBuyersAgreement(home, guests);
        agreement.founded();
        agreement.opened();
        agreement.fetched();
        for (Side guest : guests) {
            agreement.signed(guest);
        }
        inForce(() ->
                home.steward().get(home.path("/agreements")).is(200).body().path(0));
        for (Side guest : guests) {
            inForce(() -> abroad(guest).path("agreements").path(0));
        }
    }

    /** In force between houses of one node, outside any network: all that its template names, drawn up by the first and signed by each. */
    static void within(List<Side> houses) throws IOException, InterruptedException {
        Side first = houses.get(0);
        Map<String, Object> wish = Map.of(
                "template",
                "overlap",
                "title",
                "Public partagé",
                "parties",
                houses.stream().map(Side::house).toList(),
                "data",
                List.of("overlap", "newcomers", "crossings"),
                "until",
                LocalDate.now().plusYears(1).toString());
        String agreement = "/agreements/"
                + done(first.steward().post(first.path("/agreements"), wish))
                        .path("agreement")
                        .asLong();
        for (Side house : houses) {
            String hash = house.steward()
                    .get(house.path(agreement))
                    .is(200)
                    .body()
                    .path("versions")
                    .path(0)
                    .path("hash")
                    .asText();
            done(house.steward().putJson(house.path(agreement + "/versions/1/signature"), Map.of("hash", hash)));
        }
        inForce(() -> first.steward().get(first.path(agreement)).is(200).body());
    }

    private static JsonNode abroad(Side guest) throws IOException, InterruptedException {
        return guest.steward()
                .get(guest.path("/networks-abroad"))
                .is(200)
                .body()
                .path(0);
    }

    private static void inForce(Look look) throws IOException, InterruptedException {
        waited(() -> {
            JsonNode state = look.at().path("versions").path(0).path("state");
            return state.asText().toLowerCase(Locale.ROOT).replace('_', '-').equals("in-force")
                    ? state
                    : MissingNode.getInstance();
        });
    }

    private static JsonNode waited(Look look) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        JsonNode found = look.at();
        while ((found.isMissingNode() || found.isNull()) && System.nanoTime() < until) {
            Thread.sleep(100);
            found = look.at();
        }
        assertThat(found.isMissingNode()).isFalse();
        return found;
    }

    private String of(String rest) {
        return home.path("/networks/" + network + rest);
    }

    private void founded() throws IOException, InterruptedException {
        Map<String, String> wish = Map.of("name", "Quai", "aim", "Compter ensemble", "form", "co-operative");
        network = done(home.steward().post(home.path("/networks"), wish))
                .path("network")
                .asText();
        for (Side guest : guests) {
            comesIn(guest);
            adopted();
        }
    }

    /** Invited by the home, and says yes. */
    private void comesIn(Side guest) throws IOException, InterruptedException {
        done(home.steward().post(of("/invitations"), Map.of("house", guest.house(), "node", guest.self())));
        String invited = waited(() -> abroad(guest).path("uid")).asText();
        done(guest.steward().post(guest.path("/networks-abroad/" + invited + "/answer"), Map.of("accepts", true)));
    }

    /** What is open at home, once something is. */
    private void adopted() throws IOException, InterruptedException {
        String proposal = waited(() -> {
                    for (JsonNode one :
                            home.steward().get(of("/proposals")).is(200).body()) {
                        if (one.path("outcome").isNull()) {
                            return one.path("id");
                        }
                    }
                    return MissingNode.getInstance();
                })
                .asText();
        done(home.steward().putJson(of("/proposals/" + proposal + "/vote"), Map.of("choice", "yes")));
        for (Side guest : guests) {
            saysYes(guest, proposal);
        }
        waited(() -> {
            JsonNode tally = home.steward()
                    .get(of("/proposals/" + proposal))
                    .is(200)
                    .body()
                    .path("tally");
            return tally.path("voted").asInt() == tally.path("seats").asInt() ? tally : MissingNode.getInstance();
        });
        done(home.steward().post(of("/proposals/" + proposal + "/close"), Map.of()));
    }

    /** On its own node, where it has a seat in that vote: as a member, since before it was opened. */
    private void saysYes(Side guest, String proposal) throws IOException, InterruptedException {
        if (!seats(proposal).contains(guest.house() + "@" + guest.self())) {
            return;
        }
        waited(() -> {
            for (JsonNode vote : abroad(guest).path("votes")) {
                if (vote.path("number").asText().equals(proposal)) {
                    return vote;
                }
            }
            return MissingNode.getInstance();
        });
        String uid = abroad(guest).path("uid").asText();
        done(guest.steward()
                .putJson(
                        guest.path("/networks-abroad/" + uid + "/proposals/" + proposal + "/vote"),
                        Map.of("choice", "yes")));
    }

    private List<String> seats(String proposal) throws IOException, InterruptedException {
        JsonNode seats = home.steward()
                .get(of("/proposals/" + proposal))
                .is(200)
                .body()
                .path("ballot")
                .path("seats");
        return Stream.iterate(0, i -> i < seats.size(), i -> i + 1)
                .map(i -> seats.path(i).path("house").asText())
                .toList();
    }

    private void proposed(String kind, Map<String, Object> matter) throws IOException, InterruptedException {
        Map<String, Object> wish = Map.of("kind", kind, "title", "Compter", "reason", "Savoir", "matter", matter);
        done(home.steward().post(of("/proposals"), wish));
        adopted();
    }

    /** A purpose, by a member on its own node. */
    private void proposedBy(Side guest, Map<String, Object> matter) throws IOException, InterruptedException {
        String uid = waited(() -> abroad(guest).path("state").asText().equals("member")
                        ? abroad(guest).path("uid")
                        : MissingNode.getInstance())
                .asText();
        Map<String, Object> wish = Map.of("kind", "purpose", "title", "Compter", "reason", "Savoir", "matter", matter);
        done(guest.steward().post(guest.path("/networks-abroad/" + uid + "/proposals"), wish));
        adopted();
    }

    /** Drawn up, opened by a vote and signed at home. */
    private void opened() throws IOException, InterruptedException {
        proposedBy(guests.get(0), Map.of("subject", "overlap", "value", "Compter"));
        List<String> parties = Stream.concat(
                        Stream.of(home.house()), guests.stream().map(guest -> guest.house() + "@" + guest.self()))
                .toList();
        Map<String, Object> wish = Map.of(
                "template",
                "overlap",
                "title",
                "Public partagé",
                "network",
                network,
                "parties",
                parties,
                "data",
                List.of("overlap", "sketches"),
                "until",
                LocalDate.now().plusYears(1).toString());
        long number = done(home.steward().post(home.path("/agreements"), wish))
                .path("agreement")
                .asLong();
        proposed("agreement", Map.of("agreement", number, "version", 1));
        String hash = home.steward()
                .get(home.path("/agreements/" + number))
                .is(200)
                .body()
                .path("versions")
                .path(0)
                .path("hash")
                .asText();
        done(home.steward()
                .putJson(home.path("/agreements/" + number + "/versions/1/signature"), Map.of("hash", hash)));
    }

    /** A node asks networks of others every few minutes, and at once when one of its houses says something: one more does. */
    private void fetched() throws IOException, InterruptedException {
        for (Api operator : guests.stream().map(Side::operator).distinct().toList()) {
            Side any = guests.stream()
                    .filter(guest -> guest.operator() == operator)
                    .findFirst()
                    .orElseThrow();
            operator.post(
                            "/api/houses",
                            Map.of("name", MESSENGER, "slug", MESSENGER, "discipline", "theatre", "seats", 9))
                    .is(201);
            operator.post("/api/houses/" + MESSENGER + "/members", Map.of("login", "claire", "role", "steward"))
                    .is(200);
            comesIn(new Side(any.self(), MESSENGER, operator, any.steward()));
        }
    }

    private void signed(Side guest) throws IOException, InterruptedException {
        JsonNode version = waited(
                () -> abroad(guest).path("agreements").path(0).path("versions").path(0));
        String path = guest.path("/networks-abroad/" + abroad(guest).path("uid").asText() + "/agreements/"
                + version.path("uid").asText() + "/signature");
        done(guest.steward().putJson(path, Map.of("hash", version.path("hash").asText())));
    }
}
