package org.foyer.hub.site.internal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The script that shows a house's programme on its own website. Open to anyone. */
@Path("/widget.js")
public class WidgetResource {

    private final byte[] script = script();

    private static byte[] script() {
        try (InputStream in = WidgetResource.class.getResourceAsStream("/META-INF/resources/assets/widget.js")) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: widget.js");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script, for an hour: its address stands in other sites and stays, so what is mended must reach them. */
    @GET
    @Produces("text/javascript;charset=UTF-8")
    public Response widget() {
        return Response.ok(script)
                .header("Cache-Control", "public, max-age=3600")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
