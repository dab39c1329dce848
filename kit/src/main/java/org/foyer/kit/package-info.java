/**
 * What a connector must be: a {@link org.foyer.kit.Source} that reads files or a {@link
 * org.foyer.kit.Connector} that brings them, and the problems they may raise. JDK only.
 */
@org.jspecify.annotations.NullMarked
package org.foyer.kit;
