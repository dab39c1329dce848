package org.foyer.hub.site.internal.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address under which the world knows this node, without a final slash. */
@RequestScoped
public class PublicAddress {

    private final Optional<String> set;
    private final UriInfo asked;

    @Inject
    public PublicAddress(@ConfigProperty(name = "foyer.address") Optional<String> set, UriInfo asked) {
        this.set = set;
        this.asked = asked;
    }

    /** The setting {@code foyer.address}, else the address by which this request came. */
    public String get() {
        String address = set.orElseGet(() -> asked.getBaseUri().toString());
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
