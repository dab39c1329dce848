package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationSignInIT {

    private static final String CLIENT = "foyer";

    @TempDir
    Path data;

    @Test
    void aPersonComesInThroughTheOrganisationAndStaysTheSamePerson() throws Exception {
        try (IdentityProvider provider = new IdentityProvider(CLIENT);
                RunningNode node = RunningNode.serve(settings(provider), data)) {
            assertThat(body(browser(), node.address() + "/login")).contains("href=\"/login/oidc\"");
            provider.subject = "person-1";
            HttpClient browser = browser();
            assertThat(get(browser, node.address() + "/login/oidc").statusCode())
                    .isEqualTo(200);
            JsonNode first = me(browser, node);
            assertThat(first.path("operator").asBoolean()).isFalse();
            assertThat(first.path("roles")).isEmpty();
            HttpClient again = browser();
            get(again, node.address() + "/login/oidc");
            assertThat(me(again, node).path("login")).isEqualTo(first.path("login"));
            provider.subject = "person-2";
            HttpClient other = browser();
            get(other, node.address() + "/login/oidc");
            assertThat(me(other, node).path("login")).isNotEqualTo(first.path("login"));
        }
    }

    @Test
    void aTokenThatTheOrganisationDidNotSignOpensNothing() throws Exception {
        try (IdentityProvider provider = new IdentityProvider(CLIENT);
                RunningNode node = RunningNode.serve(settings(provider), data)) {
            provider.subject = "person-1";
            provider.forging = true;
            HttpClient browser = browser();
            assertThat(get(browser, node.address() + "/login/oidc").statusCode())
                    .isEqualTo(401);
            assertThat(get(browser, node.address() + "/api/session").statusCode())
                    .isEqualTo(401);
        }
    }

    private static Map<String, String> settings(IdentityProvider provider) {
        return Map.of(
                "FOYER_OIDC",
                "true",
                "FOYER_OIDC_URL",
                provider.issuer(),
                "FOYER_OIDC_CLIENT",
                CLIENT,
                "FOYER_OIDC_SECRET",
                "a secret of thirty-two letters at least");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    private static JsonNode me(HttpClient browser, RunningNode node) throws Exception {
        return new ObjectMapper().readTree(body(browser, node.address() + "/api/session"));
    }

    private static String body(HttpClient browser, String address) throws Exception {
        HttpResponse<String> answer = get(browser, address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html,application/json;q=0.9")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
