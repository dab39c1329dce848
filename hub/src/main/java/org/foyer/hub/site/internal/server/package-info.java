/** The node as a server: what the framework needs to know of it. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.server;
