package org.openbeat.app.retention;

import java.nio.file.Path;
import org.openbeat.app.kernel.OneOffCommand;
import org.springframework.stereotype.Component;

/**
 * {@code retention}: {@code plan} says what the confirmed schedules would erase, {@code apply} erases it, and a file
 * name is a list of erasures that is done once more after a restore.
 */
@Component
class RetentionCommand implements OneOffCommand {
    private final Retention retention;

    RetentionCommand(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public int run(String argument) {
        switch (argument) {
            case "plan" -> plan();
            case "apply" -> apply();
            default ->
                System.out.printf(
                        "%d things came back with the backup and are erased again.%n",
                        retention.reapply(Path.of(argument)));
        }
        return 0;
    }

    private void plan() {
        var plan = retention.plan();
        System.out.printf("Dry run, as of %s. Nothing is changed.%n", plan.at());
        plan.lines().forEach(RetentionCommand::print);
    }

    private static void print(Plan.Line line) {
        if (line.schedule().isEmpty()) {
            System.out.printf("%s: no schedule is confirmed; all of it is kept.%n", line.kind());
            return;
        }
        System.out.printf(
                "%s, kept %s: %d would go, %d are due and stay.%n",
                line.kind(), line.schedule(), line.due().size(), line.kept().size());
        line.due().forEach(kept -> System.out.printf("  goes   %s  since %s%n", kept.reference(), kept.since()));
        line.kept()
                .forEach(kept ->
                        System.out.printf("  stays  %s  since %s (held or open)%n", kept.reference(), kept.since()));
    }

    private void apply() {
        retention.apply().forEach((kind, erased) -> System.out.printf("%s: %d erased.%n", kind, erased.size()));
    }
}
