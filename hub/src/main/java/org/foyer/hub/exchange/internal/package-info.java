/** States, messages, tokens and the two boxes they go through; closed to other rooms. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal;
