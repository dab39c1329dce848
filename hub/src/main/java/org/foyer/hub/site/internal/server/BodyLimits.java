package org.foyer.hub.site.internal.server;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private final long fileBytesMax;

    @Inject
    public BodyLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize fileBytesMax) {
        this.fileBytesMax = fileBytesMax.asLongValue();
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

    /** Anonymous people have a user too. */
    private static boolean isKnown(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
    }

    private static boolean tooLong(String length, long bytesMax) {
        return length.length() > 18 || Long.parseLong(length) > bytesMax;
    }

    private static void refuse(RoutingContext context, int status, String code, String... arguments) {
        Locale language = context.preferredLanguage() != null
                        && context.preferredLanguage().tag().startsWith("en")
                ? Locale.ENGLISH
                : Locale.FRENCH;
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(ProblemBody.of(status, code, List.of(arguments), language).json());
    }
}
