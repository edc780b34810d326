package org.openbeat.engine.legaltime.fact;

import org.openbeat.engine.legaltime.rule.Authority;

/**
 * A person in an office.
 *
 * @param person who, by the identifier that the records use
 * @param office as what the person decided
 */
public record Official(String person, Authority office) {

    public Official {
        if (person.isBlank()) {
            throw new IllegalArgumentException("A decision is by a named person.");
        }
    }
}
