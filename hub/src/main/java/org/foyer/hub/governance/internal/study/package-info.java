/** Answers to free questions: exact noise, a ledger of what was spent, and the error of what is told. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.governance.internal.study;
