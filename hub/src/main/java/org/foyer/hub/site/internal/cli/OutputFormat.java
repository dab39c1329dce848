package org.foyer.hub.site.internal.cli;

/** How a command prints data. */
enum OutputFormat {
    json,
    csv
}
