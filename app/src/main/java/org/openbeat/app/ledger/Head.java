package org.openbeat.app.ledger;

import java.time.Instant;
import org.openbeat.engine.tlog.Hash;

/**
 * The newest signed checkpoint.
 *
 * @param size number of entries
 * @param root root of the tree
 * @param note the checkpoint with its signature
 * @param signedAt when it was signed
 */
record Head(long size, Hash root, String note, Instant signedAt) {}
