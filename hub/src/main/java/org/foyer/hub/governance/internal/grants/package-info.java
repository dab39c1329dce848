/** Requests and grants for single shows, kept in the register. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal.grants;
