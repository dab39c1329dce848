package org.foyer.hub.site.internal.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a request may send before anyone reads it.
 *
 * <p>Only a file may be long, and only from someone with an account: it goes to disk as it comes. Everything else is
 * read into memory, so it must be short and say its length.
 */
@Singleton
public class BodyLimits {

    private static final long BYTES_MAX = 1 << 20;

    /** After authentication, whose handler has the order 200; higher runs first. */
    private static final int ORDER = 150;

    /** A browser reads no answer before it has sent everything, so a refused file is thrown away as it comes. */
    private static final long THROWN_AWAY_MILLISECONDS_MAX = 30_000;

    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private static final SecurityIdentity ANONYMOUS =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final long fileBytesMax;
    private final ProblemPage page;

    @Inject
    public BodyLimits(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize fileBytesMax, ProblemPage page) {
        this.fileBytesMax = fileBytesMax.asLongValue();
        this.page = page;
    }

    /** Longest request with a file; the file itself must leave room for what else the form holds. */
    public long fileBytesMax() {
        return fileBytesMax;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, ORDER);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean file = isFile(request.getHeader(HttpHeaders.CONTENT_TYPE)) && isKnown(context);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (file && length != null && tooLong(length, fileBytesMax)) {
            // the framework would refuse it too, without a word
            refuse(context, 413, "file-too-large", Long.toString(fileBytesMax));
        } else if (file || (BODILESS.contains(request.method().name()) && length == null && !chunked)) {
            context.next();
        } else if (length == null && chunked) {
            refuse(context, 411, "length-required");
        } else if (length != null && tooLong(length, BYTES_MAX)) {
            refuse(context, 413, "body-too-large");
        } else {
            context.next();
        }
    }

    private static boolean isFile(@Nullable String type) {
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return kind.startsWith("multipart/form-data") || kind.startsWith("application/octet-stream");
    }

    private static boolean isKnown(RoutingContext context) {
        return !identity(context).isAnonymous();
    }

    /** Anonymous people may have a user too. */
    private static SecurityIdentity identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : ANONYMOUS;
    }

    private static boolean tooLong(String length, long bytesMax) {
        return length.length() > 18 || Long.parseLong(length) > bytesMax;
    }

    private void refuse(RoutingContext context, int status, String code, String... arguments) {
        HttpServerResponse response = context.response().setStatusCode(status);
        if (ProblemPage.isWanted(context)) {
            throwAway(context);
            CurrentActor asker = new CurrentActor(identity(context));
            response.putHeader("Content-Type", "text/html;charset=UTF-8")
                    .putHeader("Cache-Control", "no-store")
                    .end(page.html(status, code, List.of(arguments), context, asker));
            return;
        }
        Locale language = new CurrentLanguage(context).get();
        response.putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(ProblemBody.of(status, code, List.of(arguments), language).json());
    }

    private static void throwAway(RoutingContext context) {
        HttpServerRequest request = context.request();
        long late = context.vertx()
                .setTimer(
                        THROWN_AWAY_MILLISECONDS_MAX,
                        fired -> request.connection().close());
        request.handler(piece -> {});
        request.endHandler(whole -> context.vertx().cancelTimer(late));
        request.exceptionHandler(gone -> context.vertx().cancelTimer(late));
        request.resume();
    }
}
