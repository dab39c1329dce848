/** What an agreement is worth, learned without truth. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.model;
