/** Members, roles, agreements, disclosure control, audit and the gate. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance;
