/** Reading tables and the files that say what they hold; writing what was found. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.linking.internal.file;
