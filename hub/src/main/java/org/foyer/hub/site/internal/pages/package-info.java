/** The pages: what a browser shows, in French and English, each useful without a script. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.site.internal.pages;
