package org.openbeat.engine.procedure.pack;

import java.util.List;

/**
 * When a step has its turn.
 *
 * @param any it may come once one of these is done; empty: from the start
 * @param all and once all of these are done
 * @param none and as long as none of these is done
 * @param repeats whether it may be done more than once
 */
public record Order(List<StepId> any, List<StepId> all, List<StepId> none, boolean repeats) {
    public Order {
        any = List.copyOf(any);
        all = List.copyOf(all);
        none = List.copyOf(none);
    }
}
