package org.foyer.hub.site;

import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.store.DataFolder;
import org.foyer.hub.store.Warehouse;

/** Makes the warehouse of a data folder again. */
public final class Rebuild {

    private Rebuild() {}

    /**
     * Makes the warehouse again from the archive and the register. A warehouse that cannot be read is kept aside as
     * {@code warehouse.duckdb.broken} until someone deletes it.
     */
    public static void run(NodeSettings settings, Progress progress) {
        try (Node node = Node.open(settings)) {
            if (node.broken().isEmpty()) {
                rebuild(node, progress);
                return;
            }
        }
        try (DataFolder folder = DataFolder.hold(settings.data())) {
            Warehouse.openInsteadOfBroken(folder.warehouse(), settings.warehouseMemory())
                    .close();
        }
        try (Node node = Node.open(settings)) {
            rebuild(node, progress);
        }
    }

    /** Who is one person is in no file of the archive: it is found again. */
    private static void rebuild(Node node, Progress progress) {
        node.audit().write(Actor.commandLine(), null, "warehouse-rebuilt", null, "");
        node.intake().rebuild(progress);
        node.houses().all().forEach(node.samePerson()::link);
    }
}
