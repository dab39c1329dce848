/** The archive of files as received, the register, the warehouse, and the single writer of each. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.store;
