package org.openbeat.engine.legaltime.rule;

/**
 * The name of a rule that a clock follows.
 *
 * @param value stable, such as {@code cn.adm.questioning.limit}
 */
public record RuleId(String value) {

    public RuleId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A rule has a name.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
