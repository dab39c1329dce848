/** Accounts, houses, audit and the gate as they are kept in the register. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal;
