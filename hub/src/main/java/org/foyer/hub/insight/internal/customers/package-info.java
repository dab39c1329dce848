/** How customers come back: models fitted to files, each with its error. */
@NullMarked
package org.foyer.hub.insight.internal.customers;

import org.jspecify.annotations.NullMarked;
