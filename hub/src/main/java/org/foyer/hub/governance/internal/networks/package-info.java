/** Networks, their votes and what comes of them, as they are kept in the register. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal.networks;
