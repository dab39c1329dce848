package org.foyer.hub.site.internal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.foyer.hub.site.internal.server.RunningNode;

/**
 * Answers 304 while nothing was written to the warehouse since the asker's copy.
 *
 * <p>Rights are checked before; a copy stays in the asker's own cache and is asked for again each time.
 */
@ApplicationScoped
public class Fresh {

    private final RunningNode node;
    private final String start = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    public Fresh(RunningNode node) {
        this.node = node;
    }

    /**
     * @param today the day in the house's zone, on which "as of now" depends
     * @param answer computed only when the asker's copy is old
     */
    public Response answer(Request request, LocalDate today, Supplier<Object> answer) {
        EntityTag tag = new EntityTag(start + "-" + node.get().warehouse().revision() + "-" + today.toEpochDay(), true);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                same == null ? Response.ok(answer.get()).tag(tag) : same.tag(tag);
        CacheControl own = new CacheControl();
        own.setPrivate(true);
        own.setNoCache(true);
        return response.cacheControl(own).build();
    }
}
