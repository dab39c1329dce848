/** Free questions: read from words, counted in the warehouse, brought to the gate. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.insight.internal.study;
