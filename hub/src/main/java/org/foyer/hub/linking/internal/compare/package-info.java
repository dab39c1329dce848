/** How alike two values are, in levels. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.compare;
