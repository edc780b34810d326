package org.openbeat.engine.procedure.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A pack or a scenario that can't be read; it names everything that is wrong with it, not the first fault alone. */
public final class PackUnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<PackProblem> problems;

    PackUnreadableException(List<PackProblem> problems) {
        super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PackProblem> problems() {
        return problems;
    }
}
