package org.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing but the room made for it asks anything of the network. */
class OneWayOutTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.foyer.hub", "org.foyer.kit");

    /** Asks the node itself, on this machine, when its start is rehearsed. */
    private static final String REHEARSAL = "org.foyer.hub.site.internal.server.Server";

    @Test
    void onlyTheRoomOfFetchingOpensConnections() {
        Set<String> found = new TreeSet<>();
        HOUSE.forEach(from -> from.getDirectDependenciesFromSelf().forEach(dependency -> {
            if (opens(dependency.getTargetClass().getFullName())) {
                found.add(from.getFullName());
            }
        }));
        assertThat(found)
                .contains("org.foyer.hub.fetching.internal.Exchange", REHEARSAL)
                .allMatch(name -> name.startsWith("org.foyer.hub.fetching.") || name.equals(REHEARSAL));
    }

    private static boolean opens(String name) {
        return name.startsWith("java.net.http.")
                || name.startsWith("org.apache.hc.")
                || name.startsWith("io.vertx.core.http.HttpClient")
                || name.startsWith("io.vertx.ext.web.client.")
                || name.matches(
                        "java\\.net\\.(URL|Socket|DatagramSocket|\\w*URLConnection)|javax\\.net\\.ssl\\.SSLSocket\\w*");
    }
}
