package org.openbeat.app.desk.open311;

import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** {@code ./openbeat open311-key NAME AGENCY}: issues the key of a partner system and shows it, once. */
@Component
class IssueKeyCommand implements OneOffCommand {
    private final Partners partners;

    IssueKeyCommand(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String name() {
        return "open311-key";
    }

    @Override
    public int run(String argument) {
        var words = argument.strip().split("\\s+");
        if (words.length != 2) {
            System.err.println("Use: open311-key NAME AGENCY");
            return 2;
        }
        try {
            System.out.println(partners.issue(Actor.SYSTEM, words[0], new AgencyId(words[1])));
            return 0;
        } catch (Refusal | IllegalArgumentException e) {
            System.err.println("No key was issued: " + e.getMessage());
            return 1;
        }
    }
}
