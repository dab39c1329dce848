/** What a reconciliation service says and reads: Reconciliation Service API 0.2 of the W3C community group. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.reconciliation;
