package org.foyer.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.edc.connector.dataplane.spi.iam.DataPlaneAuthorizationService;
import org.eclipse.edc.spi.result.Result;
import org.eclipse.edc.spi.types.domain.DataAddress;

/** Where the data of a running transfer is fetched: EDC checks the token and says where the source lies, which is passed on. */
@Path("/2025-1/data")
public final class DataDoor {

    private final DataPlaneAuthorizationService authorizations;
    private final HttpClient client = HttpClient.newHttpClient();

    DataDoor(DataPlaneAuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @GET
    public Response data(@HeaderParam("Authorization") String authorization) throws IOException, InterruptedException {
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        Result<DataAddress> source = authorizations.authorize(token, Map.of());
        if (source.failed()) {
            return Response.status(403).entity(source.getFailureDetail()).build();
        }
        String address = source.getContent().getStringProperty("baseUrl");
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofInputStream());
        return Response.status(answer.statusCode()).entity(answer.body()).build();
    }
}
