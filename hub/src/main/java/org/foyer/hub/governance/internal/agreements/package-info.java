/** Agreements: their texts and policies, the keys that sign them, and what they let through. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal.agreements;
