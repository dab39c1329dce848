package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.insight.CustomerFileRefused;
import org.foyer.hub.insight.CustomerFit;
import org.foyer.hub.insight.CustomerModelKind;
import org.foyer.hub.insight.CustomerModels;
import org.foyer.hub.insight.CustomerOrder;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits a model of how customers come back; needs no data folder. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Fits a model of how customers come back, and prints its error beside it.",
        footer = {
            "",
            "The file has one row a customer (x, t_x, T; for bgbb x, t_x, n; for gamma-gamma x, m_x; with customers where",
            "several share a row, and x_star for later visits), or one row a visit (customer, date; amount for gamma-gamma).",
            "Rank by expected visits, never by p_alive."
        })
final class ModelCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "bgnbd, pareto-nbd, bgbb or gamma-gamma.")
    String kind = "";

    @Option(
            names = "--ahead",
            paramLabel = "T",
            description = "Time for which visits are expected, in the file's unit: weeks for dates, seasons for bgbb.")
    @Nullable
    Double ahead;

    @Option(names = "--scores", paramLabel = "FILE.csv", description = "Writes what each customer is expected to do.")
    @Nullable
    Path scores;

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    @Parameters(paramLabel = "FILE.csv", description = "The table, with a header.")
    Path file = Path.of("");

    ModelCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused(404, "file-not-here", file.toString());
        }
        if (ahead != null && !(ahead > 0 && ahead <= 10_000)) {
            throw new Refused(400, "parameter-unreadable", "--ahead", ahead.toString());
        }
        CustomerModelKind asked =
                CustomerModelKind.byKey(kind).orElseThrow(() -> new Refused(400, "model-kind-unknown", kind, kinds()));
        try {
            CustomerFit fit = CustomerModels.fit(new CustomerOrder(asked, file, ahead, scores));
            console.data(format == OutputFormat.csv ? table(fit) : json(fit));
            fit.warnings().forEach(code -> console.tell(code, List.of()));
            return ExitCode.OK;
        } catch (CustomerFileRefused e) {
            throw new Refused(422, e.code(), e.arguments().toArray(String[]::new));
        }
    }

    private static String kinds() {
        return Arrays.stream(CustomerModelKind.values())
                .map(CustomerModelKind::key)
                .collect(Collectors.joining(", "));
    }

    private static String json(CustomerFit fit) throws JsonProcessingException {
        ObjectMapper mapper = JsonFormat.mapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(fit);
    }

    private static String table(CustomerFit fit) {
        CsvTable table = new CsvTable("name", "value");
        fit.parameters().forEach((name, value) -> table.row(name, value));
        table.row("log_likelihood", fit.logLikelihood());
        table.row("customers", fit.customers());
        table.row("expected_total", fit.expectedTotal());
        CustomerFit.HoldOut holdOut = fit.holdOut();
        table.row("hold_out_error", holdOut == null ? null : holdOut.error());
        table.row("hold_out_naive_error", holdOut == null ? null : holdOut.naiveError());
        return table.toString();
    }
}
