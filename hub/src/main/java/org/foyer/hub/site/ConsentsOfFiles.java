package org.foyer.hub.site;

import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.FileCell;
import org.foyer.hub.governance.Consents.FileSaid;
import org.foyer.hub.governance.Consents.OfFile;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.intake.SaidInFiles;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/** Hands what files say of being contacted from the intake to the register of consents. */
final class ConsentsOfFiles implements SaidInFiles {

    private final Houses houses;
    private final Consents consents;

    ConsentsOfFiles(Houses houses, Consents consents) {
        this.houses = houses;
        this.consents = consents;
    }

    @Override
    public Taken take(HouseId house, int run, List<Cell> cells, String actor) {
        List<FileCell> said = cells.stream()
                .map(cell -> new FileCell(
                        cell.purpose(),
                        cell.channel(),
                        cell.said().stream()
                                .map(one -> new FileSaid(
                                        one.person(),
                                        Consents.Said.of(one.said()).orElseThrow(),
                                        one.day()))
                                .toList()))
                .toList();
        OfFile done = consents.sayOfFile(known(house), run, said, actor(actor));
        return new Taken(done.written(), done.unchanged(), done.saidOtherwise(), done.withoutWording());
    }

    @Override
    public void takeBack(HouseId house, int run, String actor) {
        consents.takeBack(known(house), run, actor(actor));
    }

    private House known(HouseId house) {
        return houses.byId(house).orElseThrow(() -> new IllegalArgumentException("no such house: " + house));
    }

    private static Actor actor(String login) {
        return new Actor(login, false, Map.of(), false);
    }
}
