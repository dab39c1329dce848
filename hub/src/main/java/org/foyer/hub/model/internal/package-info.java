/** How the shipped words of the house are read. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.model.internal;
