package org.foyer.hub.site.internal.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.foyer.hub.exchange.NodeKeyMissing;
import org.foyer.hub.intake.QueueFull;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.DiskFull;
import org.foyer.hub.store.FileTooLarge;
import org.foyer.hub.store.HouseKeyMissing;
import org.foyer.hub.store.WarehouseBroken;
import org.foyer.kit.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what ends a request early into a problem: RFC 9457 for programs, a page for people. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final RoutingContext asked;
    private final CurrentActor asker;
    private final CurrentLanguage language;
    private final ProblemPage page;

    @Inject
    public Problems(RoutingContext asked, CurrentActor asker, CurrentLanguage language, ProblemPage page) {
        this.asked = asked;
        this.asker = asker;
        this.language = language;
        this.page = page;
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        if (refused.status() == 401 && ProblemPage.isWanted(asked)) {
            String path = asked.request().path();
            return Response.status(303)
                    .header(HttpHeaders.LOCATION, "/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                    .build();
        }
        return answer(refused.status(), refused.code(), refused.arguments(), refused.problems());
    }

    @ServerExceptionMapper
    public Response broken(WarehouseBroken broken) {
        return answer(503, "warehouse-broken", List.of());
    }

    @ServerExceptionMapper
    public Response tooLarge(FileTooLarge tooLarge) {
        return answer(413, "file-too-large", List.of(Long.toString(tooLarge.bytesMax())));
    }

    @ServerExceptionMapper
    public Response keyMissing(HouseKeyMissing missing) {
        return answer(410, HouseKeyMissing.CODE, List.of());
    }

    @ServerExceptionMapper
    public Response nodeKeyMissing(NodeKeyMissing missing) {
        return answer(503, NodeKeyMissing.CODE, List.of(missing.name()));
    }

    @ServerExceptionMapper
    public Response queueFull(QueueFull full) {
        return answer(503, QueueFull.CODE, List.of(Integer.toString(full.waiting())));
    }

    @ServerExceptionMapper
    public Response full(DiskFull full) {
        return answer(507, DiskFull.CODE, List.of());
    }

    /** What the framework itself refuses: an unknown address, a method or a form that does not fit. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        String code = switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "media-type-unsupported";
            default -> status < 500 ? "request-unreadable" : "unexpected";
        };
        return answer(status, code, List.of());
    }

    /** A bug: the log gets the trace under a number, the asker gets the number. */
    @ServerExceptionMapper
    public Response bug(Exception bug) {
        if (bug instanceof IOException && bug.getCause() instanceof ClosedChannelException) {
            return answer(400, "request-unreadable", List.of()); // whoever asked is gone: nothing is wrong here
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(bug, "unexpected failure %s", number);
        return answer(500, "unexpected", List.of(number));
    }

    private Response answer(int status, String code, List<String> arguments) {
        return answer(status, code, arguments, List.of());
    }

    private Response answer(int status, String code, List<String> arguments, List<Problem> parts) {
        if (ProblemPage.isWanted(asked)) {
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page.html(status, code, arguments, asked, asker))
                    .build();
        }
        Locale locale = language.get();
        return Response.status(status)
                .type("application/problem+json")
                .language(locale)
                .entity(ProblemBody.of(status, code, arguments, locale).with(parts, locale))
                .build();
    }
}
