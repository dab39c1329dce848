/** What a connector must be: a {@link org.foyer.kit.Source} and the problems it may raise. JDK only. */
@org.jspecify.annotations.NullMarked
package org.foyer.kit;
