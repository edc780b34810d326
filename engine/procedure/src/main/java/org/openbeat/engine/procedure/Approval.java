package org.openbeat.engine.procedure;

import java.time.Instant;
import org.openbeat.engine.procedure.pack.AuthorityId;

/**
 * A named person's leave for a step.
 *
 * @param at when it was given
 * @param reasons why; needed where liberty is at stake
 */
public record Approval(PersonId by, AuthorityId as, Instant at, String reasons) {}
