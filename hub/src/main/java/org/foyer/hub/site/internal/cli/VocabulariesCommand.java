package org.foyer.hub.site.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.LinkedVocabularies;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.foyer.hub.site.internal.api.VocabularyBody;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The vocabularies that Foyer ships; needs no data folder. */
@Command(
        name = "vocabularies",
        mixinStandardHelpOptions = true,
        description =
                "Prints the vocabularies: what they are, or one with its names in four languages and its codes elsewhere.")
final class VocabulariesCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it runs
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one; left out: the list of all.")
    @Nullable
    String name;

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    Form format = Form.csv;

    @Option(
            names = "--address",
            defaultValue = "http://localhost:8080",
            paramLabel = "ADDRESS",
            description =
                    "Address of the node, with which the addresses of concepts begin (default: ${DEFAULT-VALUE}).")
    String address = "";

    /** How they are printed. */
    enum Form {
        csv,
        json,
        turtle
    }

    VocabulariesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Vocabulary> all = name == null
                ? Vocabularies.all()
                : List.of(Vocabularies.find(name)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "No vocabulary of that name. There are: "
                                        + String.join(
                                                ", ",
                                                Vocabularies.all().stream()
                                                        .map(Vocabulary::name)
                                                        .toList()))));
        switch (format) {
            case csv -> console.data(name == null ? list(all) : table(all.get(0)));
            case json -> console.data(json(all));
            case turtle -> all.forEach(one -> console.data(LinkedVocabularies.turtle(one, base())));
        }
        return ExitCode.OK;
    }

    private String base() {
        return address.replaceAll("/+$", "");
    }

    private String json(List<Vocabulary> all) {
        Object body = name == null
                ? all.stream().map(one -> VocabularyBody.of(one, base(), false)).toList()
                : VocabularyBody.of(all.get(0), base(), true);
        return JsonFormat.pretty(body);
    }

    private static String list(List<Vocabulary> all) {
        CsvTable table = new CsvTable("name", "fr", "en", "de", "nl", "concepts");
        all.forEach(one -> table.row(
                one.name(),
                one.titles().get("fr"),
                one.titles().get("en"),
                one.titles().get("de"),
                one.titles().get("nl"),
                one.concepts().size()));
        return table.toString();
    }

    private static String table(Vocabulary vocabulary) {
        CsvTable table = new CsvTable("code", "broader", "fr", "en", "de", "nl", "codes", "matches");
        for (Concept concept : vocabulary.concepts()) {
            List<String> codes = new ArrayList<>();
            concept.codes().forEach((register, code) -> codes.add(register + ":" + code));
            List<String> matches = new ArrayList<>();
            concept.others().forEach((match, found) -> found.forEach(one -> matches.add(match + ":" + one)));
            table.row(
                    concept.code(),
                    concept.broader() == null ? "" : concept.broader(),
                    concept.label("fr"),
                    concept.label("en"),
                    concept.label("de"),
                    concept.label("nl"),
                    String.join(" ", codes),
                    String.join(" ", matches));
        }
        return table.toString();
    }
}
