package org.openbeat.engine.procedure.pack;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a fact of a pack rests on.
 *
 * @param citations at least one
 * @param verified whether the text was read
 * @param note what a reader must know of it, in English; empty without
 * @param mark where it stands
 */
public record Basis(List<Citation> citations, Verified verified, String note, Mark mark) {
    public Basis {
        citations = List.copyOf(citations);
    }

    /** The citations in one line. */
    public String text() {
        return citations.stream().map(Citation::toString).collect(Collectors.joining("; "));
    }
}
