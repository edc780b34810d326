package org.openbeat.engine.procedure.lint;

import java.util.List;
import org.openbeat.engine.procedure.pack.Pack;

/**
 * Tells what is wrong with a pack that can be read: what the law would not allow, what nobody can reach, what rests on
 * nothing. A pack is shipped when it has no finding.
 */
public final class Linter {
    private Linter() {}

    /** All findings, rule by rule. */
    public static List<Finding> lint(Pack pack) {
        var findings = new Findings();
        new StepRules(pack, findings).check();
        new ClockRules(pack, findings).check();
        new AuthorityRules(pack, findings).check();
        new TextRules(pack, findings).check();
        new RightsRules(pack, findings).check();
        return findings.all();
    }
}
