package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that asks a node over HTTP: as nobody, with a session, or with a token. */
final class Api {

    static final String PASSWORD = "trois petits tours et puis s'en vont";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final String address;
    private final List<String> headers;

    private Api(String address, List<String> headers) {
        this.address = address;
        this.headers = List.copyOf(headers);
    }

    /** What was answered; the body is missing when it is no JSON. */
    record Answer(int status, String type, String text, JsonNode body, HttpResponse<String> whole) {

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        String code() {
            return body.path("code").asText();
        }

        /** This answer, if it has this status. */
        Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError(whole.request().method() + " " + whole.uri() + " answered " + status
                        + " instead of " + expected + ": " + text);
            }
            return this;
        }
    }

    /** What was answered, when it was not refused. */
    static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.body();
    }

    static Api stranger(String address) {
        return new Api(address, List.of());
    }

    /** Uses a one-time link, wherever it leads to: chooses the password and keeps the session. */
    static Api by(String address, String link) throws IOException, InterruptedException {
        String key = link.strip().replaceFirst(".*key=", "");
        Api stranger = stranger(address);
        Answer answer = stranger.post("/api/session/link", Map.of("key", key, "password", PASSWORD));
        return stranger.withSession(answer.is(204));
    }

    /** The same asker, signed in by what was answered. */
    Api withSession(Answer signedIn) throws IOException, InterruptedException {
        String cookie = signedIn.header("Set-Cookie");
        Api session = with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        return session.with(
                "X-CSRF-Token",
                session.get("/api/session").is(200).body().path("csrf").asText());
    }

    Api withToken(String secret) {
        return with("Authorization", "Bearer " + secret);
    }

    Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Api(address, more);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    Answer post(String path, Object json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    Answer put(String path) throws IOException, InterruptedException {
        return send("PUT", path, null, BodyPublishers.noBody());
    }

    Answer putJson(String path, Object json) throws IOException, InterruptedException {
        return send("PUT", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
    }

    /** Sends a file into the archive. */
    Answer upload(String house, String name, byte[] bytes) throws IOException, InterruptedException {
        return upload(house, name, BodyPublishers.ofByteArray(bytes));
    }

    Answer upload(String house, String name, BodyPublisher bytes) throws IOException, InterruptedException {
        return send("POST", "/api/houses/" + house + "/files?name=" + name, "application/octet-stream", bytes);
    }

    /** Sends files and asks for one run over them. */
    Answer give(String house, boolean dryRun, List<Path> files) throws IOException, InterruptedException {
        List<Map<String, String>> names = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Answer kept = upload(house, name, Files.readAllBytes(file)).is(201);
            names.add(Map.of("sha256", kept.body().path("sha256").asText(), "name", name));
        }
        return post("/api/houses/" + house + "/runs", Map.of("files", names, "dryRun", dryRun));
    }

    private Answer send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(120))
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        String said = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode json = said.contains("json") && !answer.body().isEmpty()
                ? JSON.readTree(answer.body())
                : MissingNode.getInstance();
        return new Answer(answer.statusCode(), said, answer.body(), json, answer);
    }
}
