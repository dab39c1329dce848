/** How written values are made alike before they are compared. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.text;
