package org.openbeat.app.operations;

import java.util.List;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs the one-off command that the operator asked for and ends the process with its exit status. */
@Component
class CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);

    private static final RowScope AS_OPERATOR = RowScope.owner("a command typed by whoever has the database");

    private final OpenbeatSettings settings;
    private final List<OneOffCommand> commands;

    CommandRunner(OpenbeatSettings settings, List<OneOffCommand> commands) {
        this.settings = settings;
        this.commands = commands;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (settings.command().equals("serve")) {
            return;
        }
        int status = run();
        // From a thread of its own: exit waits for this one, which still tells everyone that we are ready.
        Thread.ofPlatform()
                .name("exit")
                .start(() -> System.exit(SpringApplication.exit(event.getApplicationContext(), () -> status)));
    }

    private int run() {
        var command = commands.stream()
                .filter(candidate -> candidate.name().equals(settings.command()))
                .findFirst();
        if (command.isEmpty()) {
            LOG.error(
                    "There is no command {}. There are: serve, {}.",
                    settings.command(),
                    String.join(", ", commands.stream().map(OneOffCommand::name).toList()));
            return 2;
        }
        try {
            return AS_OPERATOR.call(() -> command.get().run(settings.argument()));
        } catch (RuntimeException e) {
            LOG.error("The command {} failed.", settings.command(), e);
            return 1;
        }
    }
}
