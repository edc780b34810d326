package org.openbeat.app.dispatch.position;

import org.springframework.stereotype.Component;

/** Writes down the last positions that are only in memory so far. */
@Component
public class WrittenPositions {
    private final PositionsInMemory memory;
    private final LastPositions store;

    WrittenPositions(PositionsInMemory memory, LastPositions store) {
        this.memory = memory;
        this.store = store;
    }

    public void write() {
        var unwritten = memory.takeUnwritten();
        if (!unwritten.isEmpty()) {
            store.write(unwritten);
        }
    }
}
