/**
 * Benchmarks. Each figure stands beside a peer or a limit that is measured in the same run, because the same machine can
 * be several times slower an hour later: only the ratio means something.
 */
@NullMarked
package org.openbeat.bench;

import org.jspecify.annotations.NullMarked;
