/** Free questions over several nodes: asking the others for their parts, and answering them. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.exchange.internal.study;
