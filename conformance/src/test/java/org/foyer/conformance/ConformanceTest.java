package org.foyer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * All tests of the official kit of the Dataspace Protocol 2025-1 (Eclipse Dataspace TCK 1.0.0-RC6), in both roles. None may fail and none
 * be left out, the two that the kit itself switches off neither.
 */
class ConformanceTest {

    /** Methods of the kit that are tests. One of them bears two annotations, so that counting those gives 68. */
    private static final int TESTS = 67;

    /** Seconds that the kit waits for one thing to happen. */
    private static final String WAIT = "15";

    private static final Pattern NAME = Pattern.compile("^([A-Z_]+):(\\d\\d)-(\\d\\d)");

    @TempDir
    Path folder;

    @Test
    void everyTestOfTheKitPasses() throws IOException {
        Script script = new Script();
        assertThat(script.tests()).hasSize(TESTS);
        Results results = new Results();
        int kitPort = freePort();
        try (NodeUnderTest node = new NodeUnderTest(folder, script, kitPort)) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectPackage(
                                            "org.eclipse.dataspacetck.dsp.verification"))
                                    .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                                    .configurationParameters(settings(script, node.base(), kitPort))
                                    .build(),
                            results);
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "dataspace-tck.txt"), results.text());
        assertThat(results.failed).isEmpty();
        assertThat(results.of.keySet()).containsExactlyElementsOf(script.tests());
        assertThat(results.of.values()).containsOnly("SUCCESSFUL");
    }

    private static Map<String, String> settings(Script script, String node, int kitPort) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "dataspacetck.launcher",
                "org.eclipse.dataspacetck.dsp.system.DspSystemLauncher",
                "dataspacetck.host",
                "127.0.0.1",
                "dataspacetck.port",
                Integer.toString(kitPort),
                "dataspacetck.callback.address",
                "http://127.0.0.1:" + kitPort,
                "dataspacetck.dsp.default.wait",
                WAIT,
                "dataspacetck.dsp.connector.agent.id",
                NodeUnderTest.SELF,
                "dataspacetck.dsp.connector.http.url",
                node + org.foyer.hub.exchange.Protocol.ROOT,
                "dataspacetck.dsp.connector.http.base.url",
                node,
                "dataspacetck.dsp.connector.http.headers.authorization",
                NodeUnderTest.TOKEN,
                // two tests of the kit are switched off there; they run here all the same
                "junit.jupiter.conditions.deactivate",
                "org.junit.*DisabledCondition"));
        settings.put("dataspacetck.dsp.connector.negotiation.initiate.url", node + "/trigger/negotiation");
        settings.put("dataspacetck.dsp.connector.transfer.initiate.url", node + "/trigger/transfer");
        for (String test : script.tests()) {
            settings.put(test + "_DATASETID", Script.dataset(test));
            settings.put(test + "_OFFERID", Script.offer(test));
            settings.put(test + "_AGREEMENTID", Script.agreement(test));
            settings.put(test + "_FORMAT", org.foyer.hub.exchange.SharedDataset.PULL);
        }
        return settings;
    }

    /** The kit listens where it says that it does. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What came of each test, by its name. */
    private static final class Results implements TestExecutionListener {

        final Map<String, String> of = new TreeMap<>();
        final Map<String, Throwable> failed = new TreeMap<>();

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            name(test, "SKIPPED");
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            name(test, result.getStatus().name());
            result.getThrowable().ifPresent(thrown -> failed.put(test.getDisplayName(), thrown));
        }

        private void name(TestIdentifier test, String result) {
            var found = NAME.matcher(test.getDisplayName());
            if (test.isTest() && found.find()) {
                of.put(found.group(1) + "_" + found.group(2) + "_" + found.group(3), result);
            }
        }

        String text() {
            StringBuilder text = new StringBuilder();
            of.forEach((name, result) ->
                    text.append(name).append(' ').append(result).append('\n'));
            failed.forEach((name, thrown) ->
                    text.append(name).append(": ").append(thrown).append('\n'));
            return text.toString();
        }
    }
}
