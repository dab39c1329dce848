/** Shows that people type: what is kept, what is laid over the files' word, and the document that is published. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal.sheets;
