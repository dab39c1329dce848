/** The words of the house as records and value types. This room calls nobody. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.model;
