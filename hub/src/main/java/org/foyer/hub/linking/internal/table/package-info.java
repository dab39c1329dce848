/** Records as columns of codes, each distinct value kept once. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.table;
