/** Data products: what they hold, how they are measured, described and packed. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.product;
