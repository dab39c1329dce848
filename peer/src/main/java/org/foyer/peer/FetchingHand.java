package org.foyer.peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.edc.edr.spi.store.EndpointDataReferenceStore;
import org.eclipse.edc.spi.result.StoreResult;
import org.eclipse.edc.spi.types.domain.DataAddress;

/** Fetches what a transfer of this connector was told an address for, as an application behind EDC does. */
@Path("/peer/transfers")
public final class FetchingHand {

    private final EndpointDataReferenceStore references;
    private final HttpClient client = HttpClient.newHttpClient();

    FetchingHand(EndpointDataReferenceStore references) {
        this.references = references;
    }

    /** The data; 409 while EDC was told no address. */
    @GET
    @Path("{transfer}/data")
    public Response data(@PathParam("transfer") String transfer) throws IOException, InterruptedException {
        StoreResult<DataAddress> told = references.resolveByTransferProcess(transfer);
        if (told.failed()) {
            return Response.status(409).entity(told.getFailureDetail()).build();
        }
        DataAddress address = told.getContent();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(address.getStringProperty("endpoint")))
                        .header("Authorization", "Bearer " + address.getStringProperty("authorization"))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        return Response.status(answer.statusCode()).entity(answer.body()).build();
    }
}
