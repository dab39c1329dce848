package org.foyer.hub.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyer.hub.fetching.StubPeer.body;
import static org.foyer.hub.fetching.StubPeer.status;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.fetching.Sending.Method;
import org.foyer.kit.NotFetched;
import org.foyer.kit.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SendingTest {

    private static final FetchLimits LIMITS =
            FetchLimits.of(name -> name.equals("FOYER_FETCH_REQUESTS_MAX") ? "4" : null);

    private final StubPeer peer = new StubPeer();
    private Fetcher fetcher;
    private Sending sending;

    @BeforeEach
    void begin() {
        fetcher = new Fetcher(LIMITS, peer.outside());
        sending = fetcher.sending(new Visit(Set.of(StubPeer.HOST), Duration.ZERO));
    }

    @AfterEach
    void end() {
        fetcher.close();
        peer.close();
    }

    private WebAnswer send(Method method, URI address, String body) throws IOException {
        return sending.send(new Sending.Request(
                method,
                address,
                Map.of("Content-Type", "application/json", "Authorization", "Bearer t"),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsSentArrivesWithItsMethodItsTypeAndItsBody() throws IOException {
        List<String> got = new ArrayList<>();
        peer.on("/things/1", exchange -> {
            got.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            body(201, "application/json", "{}").to(exchange);
        });
        assertThat(send(Method.PUT, peer.at("/things/1"), "{\"é\": 1}").status())
                .isEqualTo(201);
        assertThat(send(Method.DELETE, peer.at("/things/1"), "").status()).isEqualTo(201);
        assertThat(got)
                .containsExactly("PUT application/json Bearer t {\"é\": 1}", "DELETE application/json Bearer t ");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429, 500, 503})
    void aRefusalIsGivenWithItsWordsAndSentOnce(int status) throws IOException {
        peer.on("/things/1", body(status, "application/json", "{\"message\": \"no\"}", "Retry-After", "7"));
        WebAnswer answer = send(Method.PUT, peer.at("/things/1"), "{}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.beginning()).isEqualTo("{\"message\": \"no\"}");
        assertThat(peer.asked).hasSize(1);
        assertThat(sending.askedToWait(answer)).contains(Duration.ofSeconds(7));
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        peer.on("/things/1", status(307, "Location", peer.at("/other").toString()));
        assertThat(send(Method.POST, peer.at("/things/1"), "{}").status()).isEqualTo(307);
        assertThat(peer.paths()).containsExactly("/things/1");
    }

    @Test
    void nothingIsSentTwiceWhenTheConnectionBreaks() {
        peer.on("/things/1", exchange -> exchange.close());
        assertThatThrownBy(() -> send(Method.POST, peer.at("/things/1"), "{}"))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.problem().code()).isEqualTo("fetch-no-answer"));
        assertThat(peer.asked).hasSize(1);
    }

    @Test
    void onlyListedHostsOnlyPublicAddressesAndNothingOpen() {
        peer.names.put("inside.example", "10.0.0.7");
        Sending inside = fetcher.sending(new Visit(Set.of("inside.example", "open.example"), Duration.ZERO));
        assertThat(refusal(sending, URI.create("https://elsewhere.example/"))).isEqualTo("fetch-host-not-listed");
        assertThat(refusal(inside, URI.create("https://inside.example/"))).isEqualTo("fetch-host-private");
        assertThat(refusal(inside, URI.create("http://open.example/"))).isEqualTo("source-secret-open");
        assertThat(peer.asked).isEmpty();
    }

    private static String refusal(Sending sending, URI address) {
        try {
            sending.send(new Sending.Request(Method.PUT, address, Map.of(), new byte[] {1}));
            return "sent";
        } catch (NotFetched told) {
            return told.problem().code();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void waitingIsAsLongAsIsAskedAndNotForEver() throws IOException {
        peer.on("/things/1", status(429, "Retry-After", "30"), status(429, "Retry-After", "86400"), status(429));
        assertThat(sending.waited(send(Method.PUT, peer.at("/things/1"), "{}"))).isTrue();
        assertThat(sending.waited(send(Method.PUT, peer.at("/things/1"), "{}"))).isFalse();
        assertThat(sending.waited(send(Method.PUT, peer.at("/things/1"), "{}"))).isFalse();
        assertThat(peer.pauses).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void aVisitHasItsNumberOfRequests() throws IOException {
        peer.on("/things/1", "{}");
        for (int i = 0; i < 4; i++) {
            send(Method.PUT, peer.at("/things/1"), "{}");
        }
        assertThat(refusal(sending, peer.at("/things/1"))).isEqualTo("pull-pages-too-many");
    }
}
