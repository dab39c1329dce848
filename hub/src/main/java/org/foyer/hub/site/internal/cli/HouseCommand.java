package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.NewHouse;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The houses of the node. */
@Command(
        name = "house",
        mixinStandardHelpOptions = true,
        description = "Lists and adds houses.",
        subcommands = {
            HouseCommand.Add.class,
            HouseCommand.ListAll.class,
            HouseCommand.DestroyKey.class,
            IdentifiersCommand.class,
            LicenceCommand.class
        })
final class HouseCommand {

    /** Adds a house. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a house and prints its short name.")
    static final class Add implements Callable<Integer> {

        private final Console console;

        @Mixin
        DataOption data = new DataOption();

        @Parameters(paramLabel = "NAME", description = "Its name, as its audience knows it.")
        String name = "";

        @Option(names = "--short-name", paramLabel = "S", description = "Name in addresses (default: from the name).")
        @Nullable
        String slug;

        @Option(names = "--discipline", required = true, description = "${COMPLETION-CANDIDATES}")
        Discipline discipline = Discipline.MULTIDISCIPLINARY;

        @Option(names = "--seats", required = true, paramLabel = "N", description = "Seats of all its halls.")
        int seats;

        @Option(names = "--street", description = "Street and number.")
        @Nullable
        String street;

        @Option(names = "--postcode", description = "Postcode.")
        @Nullable
        String postcode;

        @Option(names = "--city", description = "City.")
        @Nullable
        String city;

        @Option(names = "--region", description = "Region; a peer group may be made of it.")
        @Nullable
        String region;

        @Option(names = "--country", paramLabel = "CC", description = "ISO 3166-1 code of two letters.")
        @Nullable
        String country;

        @Option(names = "--website", paramLabel = "URL", description = "Its own site.")
        @Nullable
        String website;

        @Option(names = "--zone", paramLabel = "Z", description = "Time zone (default: Europe/Paris).")
        @Nullable
        String zone;

        @Option(names = "--currency", paramLabel = "CUR", description = "ISO 4217 (default: EUR).")
        @Nullable
        String currency;

        @Option(names = "--simulated", description = "Its data is imagined: every page and feed says so.")
        boolean simulated;

        Add(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            PostalAddress address = new PostalAddress(street, postcode, city, region, country);
            House wish = new NewHouse(name, slug, discipline.name(), seats, address, website, zone, currency, simulated)
                    .house();
            try (Node node = data.open()) {
                if (node.houses().bySlug(wish.slug()).isPresent()) {
                    throw new Refused(409, "house-exists", wish.slug());
                }
                House added = node.houses().add(wish);
                node.audit().write(Actor.commandLine(), added.id(), "house-added", null, added.slug());
                console.data(added.slug());
                return ExitCode.OK;
            }
        }
    }

    /** Lists the houses. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the houses of the node.")
    static final class ListAll implements Callable<Integer> {

        private final Console console;

        @Mixin
        DataOption data = new DataOption();

        @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
        OutputFormat format = OutputFormat.csv;

        ListAll(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            try (Node node = data.open()) {
                var houses = node.houses().all();
                if (format == OutputFormat.json) {
                    console.data(JsonFormat.pretty(houses));
                    return ExitCode.OK;
                }
                CsvTable table = new CsvTable("short_name", "name", "discipline", "seats", "city", "simulated");
                houses.forEach(house -> table.row(
                        house.slug(),
                        house.name(),
                        house.discipline().name().toLowerCase(java.util.Locale.ROOT),
                        house.seats(),
                        house.address().city(),
                        house.simulated()));
                console.data(table.toString());
                return ExitCode.OK;
            }
        }
    }

    /** Makes everything personal of a house unreadable, here and in its back-ups. */
    @Command(
            name = "destroy-key",
            mixinStandardHelpOptions = true,
            description =
                    "Deletes the key of a house for good: names, addresses and files as they came cannot be read any more.")
    static final class DestroyKey implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its whole name, to be sure.")
        String name = "";

        DestroyKey(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House found = of.house(node);
                if (!found.name().equals(name)) {
                    throw new Refused(409, "house-name-differs", found.slug(), name);
                }
                node.audit().write(Actor.commandLine(), found.id(), "key-destroyed", null, found.slug());
                node.keys().destroy(found.id());
                return ExitCode.OK;
            }
        }
    }
}
