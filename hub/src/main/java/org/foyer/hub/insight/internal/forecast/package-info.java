/** Final sales of performances and sales of coming weeks, with the error of each forecast on what is already past. */
@NullMarked
package org.foyer.hub.insight.internal.forecast;

import org.jspecify.annotations.NullMarked;
