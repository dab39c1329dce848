/** What houses decided together, written for people. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.pooling;
