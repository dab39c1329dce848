package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;

/** What each figure means, for everyone. */
@Path("/api/indicators")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorsResource {

    private final Figures figures;

    @Inject
    public IndicatorsResource(Figures figures) {
        this.figures = figures;
    }

    /** The dictionary, in the order of the field's list. */
    @GET
    public List<Indicator> all() {
        return figures.dictionary();
    }
}
