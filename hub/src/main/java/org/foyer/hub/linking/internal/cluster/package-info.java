/** From pairs to persons. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.cluster;
