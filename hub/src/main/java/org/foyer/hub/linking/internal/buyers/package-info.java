/** The buyers of a house in the warehouse: who is one person, who one household, which pairs are doubtful. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.buyers;
