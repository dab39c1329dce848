/** The HTTP API under {@code /api}; each resource calls the same service method as the page and the command. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.api;
