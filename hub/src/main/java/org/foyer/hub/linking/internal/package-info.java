/** The steps of linking, in order. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal;
