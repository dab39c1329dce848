package org.foyer.hub.site.internal.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ProgrammeDays;
import org.foyer.hub.site.internal.api.ProgrammeTable;
import org.foyer.hub.site.internal.api.TableForm;
import org.foyer.hub.site.internal.pages.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a house publishes. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what a house publishes.",
        subcommands = {ExportCommand.ProgrammeExport.class, DumpCommand.class, ParquetCommand.class})
final class ExportCommand {

    /** The programme. */
    @Command(
            name = "programme",
            mixinStandardHelpOptions = true,
            description = "Writes the programme of a house as open data to the standard output.")
    static final class ProgrammeExport implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
        Format format = Format.jsonld;

        @Option(names = "--from", paramLabel = "DATE", description = "First day (default: today, or the first of all).")
        @Nullable
        String from;

        @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: the last of all).")
        @Nullable
        String to;

        @Option(
                names = "--address",
                defaultValue = "${env:FOYER_ADDRESS:-http://127.0.0.1:8080}",
                description = "Public address of the node, from which identifiers are made (default: FOYER_ADDRESS).")
        String address = "";

        /** The forms of a programme; Cap Data is always the whole of it. */
        enum Format {
            jsonld,
            ical,
            capdata,
            csv,
            csv_excel,
            xlsx
        }

        ProgrammeExport(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            try (Node node = of.open()) {
                House found = of.house(node);
                ProgrammeDays days = ProgrammeDays.of(
                        node.catalogue().programme(),
                        found,
                        from,
                        to,
                        node.settings().clock());
                OutputStream out = new BufferedOutputStream(console.dataStream());
                Programme programme = node.catalogue().programme();
                switch (format) {
                    case jsonld -> programme.writeJsonLd(found, days.from(), days.to(), address, out);
                    case ical -> programme.writeICalendar(found, days.from(), days.to(), address, out);
                    case capdata -> node.catalogue().linkedData().writeCapData(List.of(found), address, out);
                    case csv -> table(programme, found, days, TableForm.CSV, out);
                    case csv_excel -> table(programme, found, days, TableForm.CSV_FOR_EXCEL, out);
                    case xlsx -> table(programme, found, days, TableForm.XLSX, out);
                }
                out.flush();
                return ExitCode.OK;
            }
        }

        private void table(Programme programme, House found, ProgrammeDays days, TableForm form, OutputStream out)
                throws IOException {
            ProgrammeTable.write(programme, found, days, address, form, Language.of(Locale.getDefault()), out);
        }
    }
}
