package org.openbeat.engine.response;

/** Where somebody may have to go; the key is the caller's own name for it. */
public record Destination<K>(K key, Point at) {}
