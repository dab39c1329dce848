/** Which pairs of records are looked at. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.block;
