package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.acceptance.Command.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room and a warehouse whose file was damaged: the node says so, and nothing is lost. */
class BrokenStoresIT {

    private static final String HOUSE = "maison";
    private static final String FULL = "The disk of the node is full";

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsSaidWhereverItIsMetAndNothingIsChanged() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mounted(disk), "a small file system needs root and mount; without it there is no disk to fill");
        try {
            Path data = disk.resolve("data");
            house(data);
            give(data, Sales.file(folder.resolve("kept.csv"), "Gardée", 5)).fine();
            Path file = Sales.file(folder.resolve("long.csv"), "Longue", 4000);

            Set<String> reached = new TreeSet<>();
            Answer answer = giveWithRoomFor(Files.size(file) / 2, disk, data, file);
            for (int tenths = 9; answer.exit() != 0; tenths += 4) {
                assertThat(answer.ended(3).out() + answer.err()).contains(FULL);
                reached.addAll(answer.err().lines().toList());
                answer = giveWithRoomFor(Files.size(file) * tenths / 10, disk, data, file);
            }

            assertThat(reached).as("steps at which the disk was full").contains("maison: read", "maison: load");
            assertThat(answer.fine().out()).contains("4,000 read, 4,000 taken");
            assertThat(give(data, folder.resolve("kept.csv"))
                            .fine()
                            .json()
                            .path("unchanged")
                            .asInt())
                    .isEqualTo(5);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void aDamagedWarehouseIsSaidAndMadeAgain() throws Exception {
        Path data = folder.resolve("data");
        house(data);
        give(data, Sales.file(folder.resolve("kept.csv"), "Gardée", 300)).fine();
        String kept = figures(data);
        damage(data.resolve("warehouse.duckdb"));

        Answer figures = Command.run(data, "figures", "--house", HOUSE).ended(3);
        assertThat(figures.err()).contains("The warehouse file cannot be read", "foyer rebuild");
        try (RunningNode node = RunningNode.serve(data)) {
            Api operator = Api.by(node.address(), node.firstLink());
            assertThat(node.told()).contains("The warehouse file cannot be read", "foyer rebuild");
            assertThat(operator.get("/api/houses").is(200).body().path("total").asInt())
                    .isEqualTo(1);
            assertThat(operator.get("/api/houses/" + HOUSE + "/programme")
                            .is(503)
                            .code())
                    .isEqualTo("warehouse-broken");
            JsonNode checks = operator.get("/q/health/ready").is(503).body().path("checks");
            assertThat(checks.toString()).contains("\"name\":\"warehouse\",\"status\":\"DOWN\"");
        }

        Command.run(data, "rebuild").fine();

        assertThat(figures(data)).isEqualTo(kept);
    }

    private static void house(Path data) throws Exception {
        Command.run(data, "house", "add", HOUSE, "--discipline=THEATRE", "--seats=400")
                .fine();
    }

    private static Answer give(Path data, Path file) throws Exception {
        return Command.run(data, "import", "--house", HOUSE, "--format=json", file.toString());
    }

    private static String figures(Path data) throws Exception {
        JsonNode sheet = Command.run(data, "figures", "--house", HOUSE, "--season=2025-26", "--as-of=2026-06-30")
                .fine()
                .json();
        return new ObjectMapper().writeValueAsString(sheet.path("figures"));
    }

    private static boolean mounted(Path disk) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static Answer giveWithRoomFor(long bytes, Path disk, Path data, Path file) throws Exception {
        long free = Files.getFileStore(disk).getUsableSpace();
        Path ballast = Files.write(disk.resolve("ballast"), new byte[(int) (free - bytes)]);
        try {
            return Command.run(data, "import", "--house", HOUSE, file.toString());
        } finally {
            Files.delete(ballast);
        }
    }

    /** As a disk does that forgets what it was given. */
    private static void damage(Path warehouse) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(warehouse.toFile(), "rw")) {
            file.write(new byte[(int) Math.min(file.length(), 64 << 10)]);
        }
    }
}
