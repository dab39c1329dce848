/** HTTP API, pages, command line and wiring. It may call every room; nobody calls it. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site;
