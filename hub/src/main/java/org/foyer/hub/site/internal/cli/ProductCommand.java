package org.foyer.hub.site.internal.cli;

import java.util.concurrent.Callable;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ProductDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Data products of a house. */
@Command(
        name = "product",
        mixinStandardHelpOptions = true,
        description = "Shows, publishes or takes back a data product of a house.")
final class ProductCommand implements Callable<Integer> {

    /** What is done. */
    enum Doing {
        show,
        publish,
        contract,
        withdraw
    }

    private final Console console;

    @Mixin
    HouseOption of = new HouseOption();

    @Option(names = "--do", defaultValue = "show", description = "${COMPLETION-CANDIDATES} (default: show).")
    Doing doing = Doing.show;

    @Option(
            names = "--kind",
            defaultValue = "programme",
            paramLabel = "KIND",
            description = "programme, daily-sales, occupancy or seasons.")
    String kind = "";

    @Option(names = "--purpose", defaultValue = "study", description = "any, comparison, study or touring.")
    String purpose = "";

    @Option(names = "--rhythm", defaultValue = "by-hand", description = "daily, weekly, monthly, yearly or by-hand.")
    String rhythm = "";

    @Option(
            names = "--retention",
            defaultValue = "365",
            paramLabel = "DAYS",
            description = "For how long it may be kept.")
    int retention = 365;

    @Option(names = "--offered", description = "Offer it to the participants of the data space.")
    boolean offered;

    @Option(names = "--automatic", description = "Ask nobody when somebody takes the terms as they are.")
    boolean automatic;

    @Option(
            names = "--address",
            defaultValue = "${env:FOYER_ADDRESS:-http://127.0.0.1:8080}",
            description = "Of the node.")
    String address = "";

    ProductCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Node node = of.open()) {
            House found = of.house(node);
            ProductDesk desk = new ProductDesk(node.products());
            switch (doing) {
                case publish -> {
                    ProductKind named = desk.kind(kind);
                    desk.publish(
                            found,
                            named,
                            new ProductTerms(purpose, rhythm, retention, offered, automatic),
                            Actor.commandLine());
                }
                case withdraw -> desk.withdraw(found, kind, Actor.commandLine());
                case contract ->
                    console.data(node.products()
                            .contract(
                                    desk.published(found, kind),
                                    address.replaceFirst("/$", ""),
                                    DataProducts.ContractForm.YAML));
                case show -> {}
            }
            if (doing != Doing.contract) {
                console.data("kind,version,measured,up_to,rows,unclassified,purpose,offered");
                for (DataProduct product : node.products().of(found)) {
                    console.data("%s,%d,%s,%s,%d,%s,%s,%s"
                            .formatted(
                                    product.kind().id(),
                                    product.version(),
                                    product.quality().day(),
                                    product.quality().upTo(),
                                    product.quality().rows(),
                                    product.quality().unclassified(),
                                    product.terms().purpose(),
                                    product.terms().offered()));
                }
            }
            return ExitCode.OK;
        }
    }
}
