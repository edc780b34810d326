package org.openbeat.app.kernel;

/**
 * Something the operator asks of the whole application once, from the command line, instead of serving. A module that
 * offers one contributes it as a bean; {@code openbeat.command} names it.
 */
public interface OneOffCommand {

    /** The name in {@code openbeat.command}: lower-case words joined by '-'. */
    String name();

    /**
     * Runs once the application is ready; the process ends afterwards.
     *
     * @param argument the value of {@code openbeat.argument}, often a file; empty when none was given
     * @return the exit status of the process: 0 when all went well
     */
    int run(String argument);
}
