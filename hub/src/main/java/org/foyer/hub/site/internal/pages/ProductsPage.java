package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ProductDesk;
import org.foyer.hub.site.internal.pages.ProductsView.Wrong;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Data products of a house: what it gives as a whole, how good that is, on which terms, and the files. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ProductsPage {

    private static final String ALL = "h/{house}/products";
    private static final int UNPROCESSABLE = 422;

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ProductsPage(Access access, CurrentActor current, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path(ALL)
    public Response show(@PathParam("house") String slug) {
        return page(200, access.house(slug, Role.READER), null);
    }

    private Response page(int status, House house, @Nullable Refused refused) {
        Language language = frames.language();
        Wrong wrong = null;
        if (refused != null) {
            Sentences sentences = Sentences.in(language.locale());
            wrong = new Wrong(
                    sentences.sentence(refused.code(), refused.arguments()),
                    sentences.mend(refused.code(), refused.arguments()));
        }
        ProductsView view =
                new ProductViews(language, house, current.get().may(house.id(), Role.STEWARD)).view(products(), wrong);
        return screen.show(status, "products", frames.frame(language.say("nav_products"), house), view);
    }

    private DataProducts products() {
        return node.get().products();
    }

    /** Publishes it under the terms of the form, or takes it back. */
    @POST
    @Path(ALL + "/{product}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(
            @PathParam("house") String slug, @PathParam("product") String kind, MultivaluedMap<String, String> sent) {
        House house = access.house(slug, Role.STEWARD);
        ProductDesk desk = new ProductDesk(products());
        try {
            if ("withdraw".equals(sent.getFirst("act"))) {
                desk.withdraw(house, kind, current.get());
            } else {
                desk.publish(house, desk.kind(kind), terms(sent), current.get());
            }
        } catch (Refused refused) {
            if (refused.status() != UNPROCESSABLE) {
                throw refused;
            }
            return page(UNPROCESSABLE, house, refused);
        }
        return Response.seeOther(URI.create("/h/" + house.slug() + "/products#" + kind))
                .build();
    }

    private static ProductTerms terms(MultivaluedMap<String, String> sent) {
        ProductTerms first = ProductTerms.FIRST;
        Integer days = PoolingForms.number(sent, "days");
        return new ProductTerms(
                Objects.requireNonNullElse(PoolingForms.text(sent, "purpose"), first.purpose()),
                Objects.requireNonNullElse(PoolingForms.text(sent, "rhythm"), first.rhythm()),
                days == null ? first.retentionDays() : days,
                sent.containsKey("offered"),
                sent.containsKey("automatic"));
    }
}
