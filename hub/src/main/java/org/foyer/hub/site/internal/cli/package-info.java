/** The command line, outside the web framework so that a command answers at once. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.cli;
