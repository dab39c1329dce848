package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.server.PublicAddress;

/** The profile of ODRL in which agreements are written, at the address that they name. */
@Path("/policy-profile")
public class PolicyProfileResource {

    private static final String PROFILE = "/governance/policy-profile.ttl";

    private final Agreements agreements;
    private final Figures figures;
    private final PublicAddress address;

    @Inject
    public PolicyProfileResource(Agreements agreements, Figures figures, PublicAddress address) {
        this.agreements = agreements;
        this.figures = figures;
        this.address = address;
    }

    /** What the words of the policies mean. Open to anyone, for the policies name it. */
    @GET
    @Produces("text/turtle")
    public Response profile() throws IOException {
        try (InputStream in = PolicyProfileResource.class.getResourceAsStream(PROFILE)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + PROFILE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{base}", address.get())
                    .replace("{data}", data());
            return Response.ok(text)
                    .type("text/turtle;charset=UTF-8")
                    .header("Access-Control-Allow-Origin", "*")
                    .build();
        }
    }

    /** Every word for data and for a purpose, from the templates and the dictionary. */
    private String data() {
        StringBuilder out = new StringBuilder();
        List<AgreementTemplate.Data> all = new ArrayList<>(PoolingFaults.indicators(figures.dictionary()));
        agreements.templates().forEach(template -> all.addAll(template.data()));
        all.stream()
                .distinct()
                .forEach(one -> term(
                        out,
                        "data-" + one.id(),
                        "odrl:Asset",
                        one.name().en(),
                        one.name().fr()));
        agreements
                .templates()
                .forEach(template -> term(
                        out,
                        "purpose-" + template.purpose(),
                        "skos:Concept",
                        template.purposeTitle().en(),
                        template.purposeTitle().fr()));
        return out.toString();
    }

    private static void term(StringBuilder out, String name, String type, String en, String fr) {
        out.append("foyer:%s a %s ; rdfs:label \"%s\"@en, \"%s\"@fr ; rdfs:isDefinedBy <> .%n"
                .formatted(name, type, en.replace("\"", "\\\""), fr.replace("\"", "\\\"")));
    }
}
