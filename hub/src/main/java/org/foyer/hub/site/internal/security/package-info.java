/** Who asks, what they may do, and what a browser may do on their behalf. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.security;
