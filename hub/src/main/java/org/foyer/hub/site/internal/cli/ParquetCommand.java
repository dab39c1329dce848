package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ParquetExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Facts for engines beyond one machine. Only here, since the files land on the disk of whoever runs the node. */
@Command(
        name = "parquet",
        mixinStandardHelpOptions = true,
        description =
                "Writes sales and performances of houses as Parquet files with a manifest, without anything of a person.")
final class ParquetCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--house",
            required = true,
            paramLabel = "NAME",
            description = "Short name of a house that asked for it; may be said several times.")
    List<String> houses = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is not there yet.")
    Path out = Path.of("");

    ParquetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Node node = data.open()) {
            List<House> found = houses.stream()
                    .map(name -> DataOption.house(node, name))
                    .distinct()
                    .toList();
            ParquetExport.Manifest manifest = new ParquetExport(
                            node.warehouse(), node.keys(), node.settings().clock())
                    .write(
                            found.stream().map(House::id).toList(),
                            out,
                            (told, file) -> JSON.writeValue(file.toFile(), told));
            for (House house : found) {
                node.audit()
                        .write(
                                Actor.commandLine(),
                                house.id(),
                                "facts-exported",
                                null,
                                manifest.files().size() + " files");
            }
            console.data("table,path,rows,bytes,sha256");
            manifest.files()
                    .forEach(file -> console.data("%s,%s,%d,%d,%s"
                            .formatted(file.table(), file.path(), file.rows(), file.bytes(), file.sha256())));
            return ExitCode.OK;
        } catch (FileAlreadyExistsException full) {
            throw new Refused(409, "export-folder-full", full.getFile());
        }
    }
}
