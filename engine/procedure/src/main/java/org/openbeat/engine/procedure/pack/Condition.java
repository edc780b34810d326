package org.openbeat.engine.procedure.pack;

/** A guard as it was written. */
public record Condition(String text, Mark mark) {}
