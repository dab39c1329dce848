/** Surveys: questions, answers, weights and intervals. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.insight.internal.survey;
