/** Makes files of imagined houses in the shapes of real tools. Whatever is made from them says that it is simulated. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.simulation;
