package org.openbeat.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code measure-policy}, in the demo only: what it takes to ask the policy, over every role, act and kind of item, in
 * one's own agency and in another. Prints lines {@code measured policy-check-us MICROSECONDS 1}.
 */
@Component
@Profile("demo")
class MeasurePolicyCommand implements OneOffCommand {
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final AgencyId OWN = new AgencyId("measure/north");
    private static final AgencyId OTHER = new AgencyId("measure/south");

    private record Question(Viewer viewer, Act act, Item item) {}

    @Override
    public String name() {
        return "measure-policy";
    }

    @Override
    public int run(String argument) {
        var questions = questions();
        long allowed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long asked = 0;
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < ROUND.toNanos()) {
                for (var question : questions) {
                    allowed += Policy.allows(question.viewer(), question.act(), question.item()) ? 1 : 0;
                }
                asked += questions.size();
            }
            System.out.printf("measured policy-check-us %.4f 1%n", (System.nanoTime() - begun) / 1e3 / asked);
        }
        return allowed > 0 ? 0 : 1;
    }

    private static List<Question> questions() {
        var questions = new ArrayList<Question>();
        for (var role : Role.values()) {
            var viewer = Viewer.of(Actor.staff("measure", "Made-up officer", OWN, Set.of(role)));
            for (var kind : Kind.values()) {
                for (var agency : List.of(OWN, OTHER)) {
                    var item = Item.of(kind, agency);
                    for (var act : Act.values()) {
                        questions.add(new Question(viewer, act, item));
                    }
                }
            }
        }
        return questions;
    }
}
