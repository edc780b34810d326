package org.openbeat.engine.procedure.pack;

import java.util.List;

/**
 * Authorities that one person may not both be in one case.
 *
 * @param between two or more
 */
public record Separation(List<AuthorityId> between, Basis basis) {
    public Separation {
        between = List.copyOf(between);
    }
}
