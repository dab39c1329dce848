package org.foyer.hub.simulation.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.foyer.hub.model.Season;
import org.foyer.hub.simulation.SimulatedFile;
import org.foyer.hub.simulation.SimulatedFile.Kind;
import org.foyer.hub.simulation.SimulatedHouse;
import org.jspecify.annotations.Nullable;

/** Makes all files of one house, season by season and night by night, with no more than one night in memory. */
final class HouseFiles {

    /** The season's export was made so many days ago; the nightly one since repeats some days more. */
    private static final int NIGHTLY_DAYS = 8;

    private static final int OVERLAP_DAYS = 10;

    private static final String NEWSLETTER = "newsletter.csv";

    private final World world;
    private final HouseSketch house;
    private final Habits habits;
    private final Path folder;
    private final LongConsumer written;
    private final Buyers buyers;
    private final BuyerCards cards;
    private final Columns columns;
    private final Movements movements = new Movements();
    private final List<Night> nights = new ArrayList<>();
    private final List<SimulatedFile> sales = new ArrayList<>();
    private @Nullable NightTotals totals;
    private long tickets;
    private long amount;

    /** @param written hears how many lines a night made */
    HouseFiles(World world, HouseSketch house, Path out, LongConsumer written) {
        this.world = world;
        this.house = house;
        this.habits = house.habits();
        this.folder = out.resolve(house.slug());
        this.written = written;
        boolean byAddress = house.tool() == Tool.PRETIX;
        this.buyers = new Buyers(world.seed(), house.index(), world.population(), world.neighbours(house), byAddress);
        this.columns = new Columns(house.tool());
        this.cards = new BuyerCards(world.contacts(), buyers, house, columns);
    }

    /** Writes everything; who is who goes to a file of its own. */
    SimulatedHouse write(Path truth) throws IOException {
        Files.createDirectories(folder);
        for (int season : world.seasons()) {
            season(season);
        }
        List<SimulatedFile> files = new ArrayList<>(programme());
        files.addAll(sales);
        if (totals != null) {
            files.add(totals(totals));
        }
        files.add(newsletter());
        cards.writeTruth(truth);
        return new SimulatedHouse(
                house.slug(),
                house.name(),
                house.discipline(),
                house.seats(),
                house.address(),
                house.zone().getId(),
                house.currency(),
                house.tool().stored(),
                files,
                tickets,
                amount);
    }

    private void season(int season) throws IOException {
        SeasonPlan plan = new SeasonPlan(world.seed(), house, world.repertoire(), world.now());
        List<Night> played = plan.nights(season, world.factor());
        nights.addAll(played);
        buyers.beginSeason(SeasonDesk.singleOrders(played, habits), SeasonDesk.subscribers(played, habits));
        cards.beginSeason();
        Dice dice = Dice.of(world.seed(), 300_000 + house.index(), season);
        SeasonDesk desk = new SeasonDesk(played, habits, buyers.subscribers(), dice);
        int[] next = NightSales.nextOfShow(played);
        boolean counted = house.index() == 0 && season == totalsSeason();
        NightTotals seasonTotals = counted ? new NightTotals() : null;
        List<Export> exports = exports(season);
        for (int i = 0; i < played.size(); i++) {
            Night night = played.get(i);
            Dice own = Dice.of(world.seed(), 400_000L + house.index(), season * 1_000_000L + i);
            movements.clear();
            new NightSales(house, night, played.get(next[i]), buyers, desk, movements, own, world.now()).make(i);
            movements.sort();
            night(night, exports, seasonTotals);
        }
        for (Export export : exports) {
            export.close();
            sales.add(export.written());
        }
        totals = counted ? seasonTotals : totals;
    }

    private SimulatedFile newsletter() throws IOException {
        long agreed = cards.writeNewsletter(folder.resolve(NEWSLETTER), world.seed());
        return new SimulatedFile(house.slug() + "/" + NEWSLETTER, Kind.NEWSLETTER, null, agreed, 0, 0, 0);
    }

    private int totalsSeason() {
        return Season.of(world.today()).firstYear() - 1;
    }

    private void night(Night night, List<Export> exports, @Nullable NightTotals seasonTotals) throws IOException {
        long nightTickets = 0;
        long nightAmount = 0;
        for (int place = 0; place < movements.size(); place++) {
            int at = movements.at(place);
            long minute = movements.minute(place);
            boolean clean = write(night, exports, at, minute, seasonTotals == null);
            int moved = Movements.tickets(movements.operation[at]);
            nightTickets += moved;
            nightAmount += movements.amount[at];
            if (clean) {
                tickets += moved;
                amount += movements.amount[at];
            }
        }
        for (Export export : exports) {
            export.endNight();
        }
        if (seasonTotals != null) {
            seasonTotals.add(night, nightTickets, nightAmount);
        }
        written.accept(movements.size());
    }

    private boolean write(Night night, List<Export> exports, int at, long minute, boolean dirt) throws IOException {
        int holders = 0;
        for (int i = 0; i < exports.size(); i++) {
            holders += exports.get(i).holds(minute, night) ? 1 : 0;
        }
        boolean spoilable = dirt
                && holders == 1
                && movements.operation[at] == Movements.SALE
                && movements.kept[at]
                && movements.amount[at] > 0;
        boolean clean = false;
        Contact buyer = cards.of(movements.account[at]);
        for (int i = 0; i < exports.size(); i++) {
            Export export = exports.get(i);
            if (export.holds(minute, night)) {
                clean |= export.write(night, movements, at, minute, buyer, spoilable);
            }
        }
        return clean;
    }

    private List<Export> exports(int season) throws IOException {
        String label = new Season(season).label();
        boolean current = season == Season.of(world.today()).firstYear();
        long now = world.now();
        long cut = current ? now - NIGHTLY_DAYS * Night.DAY : now;
        List<Export> exports = new ArrayList<>();
        exports.add(export(season, label, new ExportWindow(Long.MIN_VALUE, cut)));
        if (current) {
            exports.add(export(season, label + "-nightly", new ExportWindow(cut - OVERLAP_DAYS * Night.DAY, now)));
        }
        return exports;
    }

    private Export export(int season, String label, ExportWindow window) throws IOException {
        Tool tool = house.tool();
        String ending = tool == Tool.PRETIX ? ".json" : TableFile.ending(tool);
        String name = (tool == Tool.PRETIX ? "orders-" : "sales-") + label + ending;
        Path file = folder.resolve(name);
        Layout layout = Layout.of(tool);
        SalesFile sheet = switch (tool) {
            case PRETIX -> new PretixFile(file, new UtcText(house.zone()), window.from());
            case XLSX -> new SpreadsheetFile(file, layout, columns);
            default -> new DelimitedFile(file, layout, columns);
        };
        ExportWindow seen = tool == Tool.PRETIX ? new ExportWindow(Long.MIN_VALUE, window.to()) : window;
        Dice dirt = Dice.of(world.seed(), 500_000L + house.index(), season * 2L + sales.size());
        return new Export(sheet, seen, house.slug() + "/" + name, season, dirt);
    }

    private List<SimulatedFile> programme() throws IOException {
        List<SimulatedFile> files = new ArrayList<>();
        Tool tool = house.tool();
        if (tool == Tool.PRETIX) {
            ProgrammeFiles.items(folder.resolve("items.json"));
            ProgrammeFiles.subevents(folder.resolve("subevents.json"), house, nights, new UtcText(house.zone()));
            files.add(file("items.json", Kind.PROGRAMME, Tariff.values().length));
            files.add(file("subevents.json", Kind.PROGRAMME, nights.size()));
        }
        String name = "programme" + TableFile.ending(tool);
        ProgrammeFiles.table(
                folder.resolve(name), house, nights, new Announcements(world.seed(), house, world.words()));
        files.add(file(name, Kind.PROGRAMME, nights.size()));
        return files;
    }

    private SimulatedFile totals(NightTotals counted) throws IOException {
        String label = new Season(totalsSeason()).label();
        String name = "totals-" + label + TableFile.ending(house.tool());
        counted.write(folder.resolve(name), house.tool());
        return new SimulatedFile(
                house.slug() + "/" + name, Kind.TOTALS, label, counted.size(), 0, counted.tickets(), counted.amount());
    }

    private SimulatedFile file(String name, Kind kind, long lines) {
        return new SimulatedFile(house.slug() + "/" + name, kind, null, lines, 0, 0, 0);
    }
}
