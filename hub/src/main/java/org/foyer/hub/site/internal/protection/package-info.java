/** What a data protection officer reads, composed once for page, PDF, API and command line. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.protection;
