package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.DataProducts.ContractForm;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductQuality;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Data products of a house: members see and download them, a steward publishes them and takes them back. */
@Path("/api/houses/{house}/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final PublicAddress address;

    @Inject
    public ProductsResource(Access access, CurrentActor current, RunningNode node, PublicAddress address) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.address = address;
    }

    /** What a house can make products of, and what it published. */
    public record Products(List<ProductKind> kinds, List<Published> published) {}

    /** A product as it was published last. */
    public record Published(
            String kind,
            String dataset,
            ProductTerms terms,
            ProductQuality quality,
            int version,
            long bytes,
            String sha256,
            Instant publishedAt) {
        static Published of(DataProduct product) {
            return new Published(
                    product.kind().id(),
                    product.dataset(),
                    product.terms(),
                    product.quality(),
                    product.version(),
                    product.bytes(),
                    product.sha256(),
                    product.publishedAt());
        }
    }

    /** The terms that are wished; what is left out is as a house begins with. */
    public record TermsWish(
            @Nullable String purpose,
            @Nullable String rhythm,
            @Nullable Integer retentionDays,
            boolean offered,
            boolean automatic) {
        ProductTerms terms() {
            ProductTerms first = ProductTerms.FIRST;
            return new ProductTerms(
                    Objects.requireNonNullElse(purpose, first.purpose()),
                    Objects.requireNonNullElse(rhythm, first.rhythm()),
                    Objects.requireNonNullElse(retentionDays, first.retentionDays()),
                    offered,
                    automatic);
        }
    }

    private DataProducts products() {
        return node.get().products();
    }

    private ProductDesk desk() {
        return new ProductDesk(products());
    }

    private DataProduct published(String slug, String kind) {
        return desk().published(access.house(slug, Role.READER), kind);
    }

    @GET
    public Products all(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        return new Products(
                products().kinds(),
                products().of(house).stream().map(Published::of).toList());
    }

    @GET
    @Path("{product}")
    public Published one(@PathParam("house") String slug, @PathParam("product") String kind) {
        return Published.of(published(slug, kind));
    }

    @PUT
    @Path("{product}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Published publish(
            @PathParam("house") String slug, @PathParam("product") String kind, @Nullable TermsWish wish) {
        House house = access.house(slug, Role.STEWARD);
        ProductTerms terms = wish == null ? ProductTerms.FIRST : wish.terms();
        return Published.of(desk().publish(house, desk().kind(kind), terms, current.get()));
    }

    @DELETE
    @Path("{product}")
    public Response withdraw(@PathParam("house") String slug, @PathParam("product") String kind) {
        desk().withdraw(access.house(slug, Role.STEWARD), kind, current.get());
        return Response.noContent().build();
    }

    /** The contract by ODCS 3.1, as JSON. */
    @GET
    @Path("{product}/contract.json")
    public Response json(@PathParam("house") String slug, @PathParam("product") String kind) {
        String text = products().contract(published(slug, kind), address.get(), ContractForm.JSON);
        return Response.ok(text).type("application/json").build();
    }

    /** The contract by ODCS 3.1, as YAML. */
    @GET
    @Path("{product}/contract.yaml")
    @Produces("application/yaml")
    public Response yaml(@PathParam("house") String slug, @PathParam("product") String kind) {
        String text = products().contract(published(slug, kind), address.get(), ContractForm.YAML);
        return Response.ok(text).type("application/yaml").build();
    }

    /** The description by DCAT-AP 3, as Turtle. */
    @GET
    @Path("{product}/description.ttl")
    @Produces("text/turtle")
    public Response description(@PathParam("house") String slug, @PathParam("product") String kind) {
        DataProduct product = published(slug, kind);
        String base = address.get();
        StreamingOutput out = stream -> products().describe(product, base, RdfForm.TURTLE, stream);
        return Response.ok(out).type("text/turtle").build();
    }

    /** The package, which the audit of the house keeps. */
    @GET
    @Path("{product}/package")
    @Produces("application/zip")
    public Response zip(@PathParam("house") String slug, @PathParam("product") String kind) {
        DataProduct product = published(slug, kind);
        java.nio.file.Path file = products()
                .file(product)
                .orElseThrow(() ->
                        new Refused(404, "product-unpublished", product.kind().id()));
        node.get()
                .audit()
                .write(
                        current.get(),
                        product.house().id(),
                        "product-downloaded",
                        null,
                        product.kind().id() + " " + product.version());
        return Response.ok(file.toFile())
                .type("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + product.fileName() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
