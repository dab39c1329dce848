package org.foyer.hub.site.internal.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.TourAudience;
import org.foyer.hub.governance.TourAudienceGate;
import org.foyer.hub.governance.TourAudienceGate.Stop;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.TourBuyers;
import org.foyer.hub.linking.TourBuyers.Shown;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;

/** The audience of a tour through its gate, for page, API and command line. */
public final class TourAudiences {

    private TourAudiences() {}

    /** For whoever checked the rights. @throws Refused 409 {@code overlap-set-large} */
    public static TourAudience of(Node node, Actor actor, House company, String tour) {
        TourAudienceGate gate = new TourAudienceGate(
                node.register(),
                node.settings().clock(),
                node.houses(),
                node.gate(),
                node.pooling().agreed(),
                node.touring().grants(),
                node.audit());
        return gate.told(actor, company, tour, (stops, asOf) -> counted(node, stops, asOf));
    }

    /** A house in which the show plays in two halls is one place. */
    private static TourAudienceGate.Counted counted(Node node, List<Stop> stops, LocalDate asOf) {
        Map<House, List<Long>> dates = new LinkedHashMap<>();
        for (Stop stop : stops) {
            List<Long> more = dates.computeIfAbsent(stop.house(), house -> new ArrayList<>());
            node.catalogue()
                    .shows()
                    .dates(stop.house().id(), stop.show())
                    .forEach(date -> more.add(date.performance().id()));
        }
        try {
            TourBuyers.Counted counted = new TourBuyers(node.warehouse())
                    .of(
                            dates.entrySet().stream()
                                    .map(one -> new Shown(one.getKey(), one.getValue()))
                                    .toList(),
                            asOf);
            return new TourAudienceGate.Counted(counted.all(), counted.several());
        } catch (OverlapRefused e) {
            throw new Refused(409, e.code());
        }
    }
}
