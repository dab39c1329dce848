/** How the intake works inside. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.intake.internal;
