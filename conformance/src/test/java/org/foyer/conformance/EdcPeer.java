package org.foyer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Eclipse EDC 0.15.1 in a process of its own, with the classes of the module {@code peer}, and what a person asks of it: through its
 * management API, as its own documentation shows. Its settings are the defaults.
 */
final class EdcPeer implements AutoCloseable {

    /** How the protocol is called there. */
    private static final String PROTOCOL = "dataspace-protocol-http:2025-1";

    private static final Path MODULE = Path.of("..", "peer", "target");
    private static final int SECONDS_MAX = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String name;
    private final int[] ports;
    private final Process process;
    private final Path log;

    private EdcPeer(String name, int[] ports, Process process, Path log) {
        this.name = name;
        this.ports = ports;
        this.process = process;
        this.log = log;
    }

    /** Starts one and waits until it is ready. */
    static EdcPeer start(String name, Path folder) throws IOException, InterruptedException {
        if (!Files.isRegularFile(MODULE.resolve("peer.classpath"))) {
            throw new AssertionError("the module peer is not built: name it among the modules, or run ./foyer test");
        }
        int[] ports = freePorts(5);
        String protocol = "http://127.0.0.1:" + ports[2] + "/protocol";
        Path settings = Files.writeString(
                folder.resolve(name + ".properties"),
                String.join(
                        "\n",
                        "edc.participant.id=" + name,
                        "edc.hostname=127.0.0.1",
                        "web.http.port=" + ports[0],
                        "web.http.path=/api",
                        "web.http.management.port=" + ports[1],
                        "web.http.management.path=/management",
                        "web.http.protocol.port=" + ports[2],
                        "web.http.protocol.path=/protocol",
                        "web.http.control.port=" + ports[3],
                        "web.http.control.path=/control",
                        "web.http.version.port=" + ports[4],
                        "web.http.version.path=/version",
                        "edc.dsp.callback.address=" + protocol,
                        "edc.transfer.proxy.token.signer.privatekey.alias=private",
                        "edc.transfer.proxy.token.verifier.publickey.alias=public",
                        "peer.data=" + protocol + "/2025-1/data"));
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dedc.fs.config=" + settings,
                        "-cp",
                        MODULE.resolve("classes") + ":"
                                + Files.readString(MODULE.resolve("peer.classpath"))
                                        .strip(),
                        "org.eclipse.edc.boot.system.runtime.BaseRuntime")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        EdcPeer peer = new EdcPeer(name, ports, process, log);
        peer.awaitReady();
        return peer;
    }

    static int[] freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int tries = 0; tries < SECONDS_MAX * 10; tries++) {
            if (!process.isAlive()) {
                throw new AssertionError("EDC ended: " + Files.readString(log));
            }
            try {
                if (get("http://127.0.0.1:" + ports[0] + "/api/check/readiness").statusCode() == 200
                        && sent("assets/request", typed("QuerySpec")).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // its ports open one after the other
            }
            Thread.sleep(100);
        }
        close();
        throw new AssertionError("EDC was never ready: " + Files.readString(log));
    }

    String name() {
        return name;
    }

    /** Where the protocol is spoken. */
    String root() {
        return "http://127.0.0.1:" + ports[2] + "/protocol/2025-1";
    }

    int port() {
        return ports[2];
    }

    /** Offers what lies at an address to everybody, for any use. */
    void offers(String asset, String source) throws IOException, InterruptedException {
        ObjectNode made = typed("Asset").put("@id", asset);
        made.putObject("properties").put("name", asset);
        made.putObject("dataAddress").put("type", "HttpData").put("baseUrl", source);
        post("assets", made);
        ObjectNode policy = typed("PolicyDefinition").put("@id", "policy-" + asset);
        policy.putObject("policy")
                .put("@context", "http://www.w3.org/ns/odrl.jsonld")
                .put("@type", "Set")
                .putArray("permission")
                .addObject()
                .put("action", "use");
        post("policydefinitions", policy);
        ObjectNode definition = typed("ContractDefinition").put("@id", "definition-" + asset);
        definition.put("accessPolicyId", "policy-" + asset).put("contractPolicyId", "policy-" + asset);
        definition
                .putArray("assetsSelector")
                .addObject()
                .put("@type", "Criterion")
                .put("operandLeft", "https://w3id.org/edc/v0.0.1/ns/id")
                .put("operator", "=")
                .put("operandRight", asset);
        post("contractdefinitions", definition);
    }

    /** Asks for an agreement about a data set as the catalogue of its provider has it, then for the data. @return the data */
    byte[] bring(String provider, String address, String dataset) throws IOException, InterruptedException {
        JsonNode catalogue = post(
                "catalog/request",
                typed("CatalogRequest")
                        .put("counterPartyAddress", address)
                        .put("counterPartyId", provider)
                        .put("protocol", PROTOCOL));
        ObjectNode request = typed("ContractRequest")
                .put("counterPartyAddress", address)
                .put("counterPartyId", provider)
                .put("protocol", PROTOCOL);
        request.set("policy", offer(catalogue, provider, dataset));
        String negotiation = post("contractnegotiations", request).path("@id").asText();
        String agreement = waitFor("contractnegotiations", negotiation, "FINALIZED")
                .path("contractAgreementId")
                .asText();
        ObjectNode wish = typed("TransferRequest")
                .put("counterPartyAddress", address)
                .put("counterPartyId", provider)
                .put("protocol", PROTOCOL)
                .put("contractId", agreement)
                .put("transferType", "HttpData-PULL");
        String transfer = post("transferprocesses", wish).path("@id").asText();
        waitFor("transferprocesses", transfer, "STARTED");
        return fetched(transfer);
    }

    private JsonNode offer(JsonNode catalogue, String provider, String dataset) {
        JsonNode found = catalogue.path("dataset");
        for (JsonNode one : found.isArray() ? found : JSON.createArrayNode().add(found)) {
            if (one.path("@id").asText().equals(dataset)) {
                JsonNode policies = one.path("hasPolicy");
                ObjectNode offer = (policies.isArray() ? policies.path(0) : policies).deepCopy();
                offer.put("@context", "http://www.w3.org/ns/odrl.jsonld");
                return offer.put("assigner", provider).put("target", dataset);
            }
        }
        throw new AssertionError("no such data set in " + catalogue);
    }

    /** It may be told that a transfer runs a moment before it keeps the address. */
    private byte[] fetched(String transfer) throws IOException, InterruptedException {
        for (int tries = 0; tries < SECONDS_MAX * 20; tries++) {
            HttpResponse<byte[]> answer =
                    get("http://127.0.0.1:" + ports[0] + "/api/peer/transfers/" + transfer + "/data");
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            if (answer.statusCode() != 409) {
                throw new AssertionError("fetching answered " + answer.statusCode() + "\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("EDC was never told an address");
    }

    private JsonNode waitFor(String what, String id, String state) throws IOException, InterruptedException {
        JsonNode now = JSON.createObjectNode();
        for (int tries = 0; tries < SECONDS_MAX * 20; tries++) {
            now = JSON.readTree(get(management(what + "/" + id)).body());
            String stands = now.path("state").asText();
            if (stands.equals(state)) {
                return now;
            }
            if (stands.equals("TERMINATED")) {
                break;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never " + state + ": " + now + "\n" + Files.readString(log));
    }

    private static ObjectNode typed(String type) {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("@context").put("@vocab", "https://w3id.org/edc/v0.0.1/ns/");
        return json.put("@type", type);
    }

    private String management(String path) {
        return "http://127.0.0.1:" + ports[1] + "/management/v3/" + path;
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> sent(String path, JsonNode body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(management(path)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = sent(path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8) + "\n"
                    + Files.readString(log));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
