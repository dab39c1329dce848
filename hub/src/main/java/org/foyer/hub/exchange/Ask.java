package org.foyer.hub.exchange;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param path below the root of the protocol, with its first slash
 * @param authorization the header of that name
 * @param body read no further than the limit
 */
public record Ask(String method, String path, @Nullable String authorization, InputStream body) {}
