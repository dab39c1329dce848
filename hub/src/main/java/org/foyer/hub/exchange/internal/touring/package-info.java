/** Requests and figures of single shows between nodes. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.touring;
