package org.foyer.acceptance;

import static org.foyer.acceptance.Api.done;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A network of houses of one node, as its stewards make it over HTTP: it took them all in, adopted a purpose, signed an agreement on shared
 * buyers, and has something to decide still.
 */
final class SignedNetwork {

    private final Api steward;
    private final List<String> houses;
    private String network = "";
    private long open;
    private long ended;
    private long agreement;

    private SignedNetwork(Api steward, List<String> houses) {
        this.steward = steward;
        this.houses = houses;
    }

    /**
     * @param steward of all of them
     * @param houses short names, the founder first
     */
    static SignedNetwork of(Api steward, List<String> houses) throws IOException, InterruptedException {
        SignedNetwork made = new SignedNetwork(steward, houses);
        made.founded();
        made.signed();
        made.undecided();
        return made;
    }

    /** Paths of its pages below the founder's home page, by what they show. */
    Map<String, String> pages() {
        return Map.of(
                "network",
                "/networks/" + network,
                "proposal",
                "/networks/" + network + "/proposals/" + open,
                "proposal-ended",
                "/networks/" + network + "/proposals/" + ended,
                "agreement",
                "/agreements/" + agreement);
    }

    private static String api(String house, String rest) {
        return "/api/houses/" + house + rest;
    }

    private String of(String house, String rest) {
        return api(house, "/networks/" + network + rest);
    }

    private String founder() {
        return houses.get(0);
    }

    private void founded() throws IOException, InterruptedException {
        Map<String, String> wish =
                Map.of("name", "Scènes de la baie", "aim", "Compter ensemble", "form", "co-operative");
        network = done(steward.post(api(founder(), "/networks"), wish))
                .path("network")
                .asText();
        for (int members = 1; members < houses.size(); members++) {
            String house = houses.get(members);
            done(steward.post(of(founder(), "/invitations"), Map.of("house", house)));
            long proposal = done(steward.post(of(house, "/join"), Map.of()))
                    .path("proposal")
                    .asLong();
            adopted(proposal, members);
        }
    }

    private void adopted(long proposal, int members) throws IOException, InterruptedException {
        for (String house : houses.subList(0, members)) {
            vote(house, proposal, "yes");
        }
        done(steward.post(of(founder(), "/proposals/" + proposal + "/close"), Map.of()));
    }

    private void vote(String house, long proposal, String choice) throws IOException, InterruptedException {
        done(steward.putJson(of(house, "/proposals/" + proposal + "/vote"), Map.of("choice", choice)));
    }

    private long proposed(String kind, String title, Map<String, Object> matter)
            throws IOException, InterruptedException {
        Map<String, Object> wish =
                Map.of("kind", kind, "title", title, "reason", "Pour mieux accueillir.", "matter", matter);
        return done(steward.post(of(founder(), "/proposals"), wish))
                .path("proposal")
                .asLong();
    }

    private void signed() throws IOException, InterruptedException {
        Map<String, Object> purpose = Map.of("subject", "overlap", "value", "Compter le public que nous partageons");
        adopted(proposed("purpose", "Compter le public partagé", purpose), houses.size());
        Map<String, Object> wish = Map.of(
                "template",
                "overlap",
                "title",
                "Public partagé",
                "network",
                network,
                "parties",
                houses,
                "data",
                List.of("overlap", "sketches"),
                "until",
                LocalDate.now().plusYears(1).toString());
        agreement = done(steward.post(api(founder(), "/agreements"), wish))
                .path("agreement")
                .asLong();
        ended = proposed("agreement", "Signer", Map.of("agreement", agreement, "version", 1));
        adopted(ended, houses.size());
        String hash = done(steward.get(api(founder(), "/agreements/" + agreement)))
                .path("versions")
                .path(0)
                .path("hash")
                .asText();
        for (String house : houses) {
            String signature = api(house, "/agreements/" + agreement + "/versions/1/signature");
            done(steward.putJson(signature, Map.of("hash", hash)));
            done(steward.put(api(house, "/participation/overlap")));
        }
    }

    /** One for it, one against, one who had better not say. */
    private void undecided() throws IOException, InterruptedException {
        open = proposed("threshold", "Comparer à partir de sept maisons", Map.of("subject", "houses", "value", "7"));
        vote(founder(), open, "yes");
        vote(houses.get(1), open, "no");
        Map<String, String> why = Map.of("why", "Nous tenons la billetterie des autres.");
        done(steward.post(of(houses.get(2), "/proposals/" + open + "/conflict"), why));
    }
}
