package org.openbeat.engine.procedure.pack;

/** Where something stands in the files of a pack, from 1. */
public record Mark(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
