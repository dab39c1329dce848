/** The index in which shows are found, and how questions are put to it. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.catalogue.internal.search;
