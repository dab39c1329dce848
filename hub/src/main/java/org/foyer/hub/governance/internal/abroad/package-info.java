/** Networks whose houses live on several nodes: what this node keeps of those of others, and what is still to be told. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal.abroad;
