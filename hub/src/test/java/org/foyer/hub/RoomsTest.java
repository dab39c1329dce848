package org.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the walls of the house and draws its map from the code. */
class RoomsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.foyer.hub", "org.foyer.kit");

    private final Rooms rooms = new Rooms("org.foyer.hub", HOUSE);

    @Test
    void noRoomCallsThroughAWall() {
        assertThat(rooms.violations()).isEmpty();
    }

    @Test
    void theRuleFindsEachKindOfHoleInABrokenHouse() {
        JavaClasses broken = new ClassFileImporter().importPackages("org.foyer.brokenhouse");
        assertThat(new Rooms("org.foyer.brokenhouse", broken).violations())
                .anyMatch(hole -> hole.startsWith("model may not call store"))
                .anyMatch(hole -> hole.startsWith("intake may not call insight"))
                .anyMatch(hole -> hole.startsWith("inner part of insight used from outside"))
                .anyMatch(hole -> hole.startsWith("unknown room cellar"))
                .noneMatch(hole -> hole.contains("site may not call"));
    }

    /** Run with {@code -Dfoyer.map.write=true} to draw the map anew. */
    @Test
    void theMapInTheDocumentsIsTheMapOfTheCode() throws IOException {
        Path map = Path.of("..", "docs", "map.svg");
        String drawn = new RoomsMap(rooms.calls()).svg();
        if (Boolean.getBoolean("foyer.map.write")) {
            Files.writeString(map, drawn);
        }
        assertThat(map).content().isEqualTo(drawn);
    }
}
