/**
 * The transparency log: Merkle tree (RFC 9162), signed notes, checkpoints, proofs and tiles (C2SP).
 */
@NullMarked
package org.openbeat.engine.tlog;

import org.jspecify.annotations.NullMarked;
