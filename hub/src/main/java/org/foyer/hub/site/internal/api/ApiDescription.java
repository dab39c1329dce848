package org.foyer.hub.site.internal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this interface in OpenAPI 3.1, for everyone; a file, so that no start pays for making it. */
@Path("/api/openapi")
public class ApiDescription {

    static final String FILE = "/api/openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] description() {
        try (InputStream file = Objects.requireNonNull(ApiDescription.class.getResourceAsStream(FILE), FILE)) {
            return file.readAllBytes();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
