/** A document of sentences and tables, composed once and shown as a page, a PDF, JSON and plain text. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.document;
