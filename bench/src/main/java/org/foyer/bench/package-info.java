/** Measures beside a peer or a limit, in one run; writes docs/benchmarks.md. Never part of the build's verdict. */
@org.jspecify.annotations.NullMarked
package org.foyer.bench;
