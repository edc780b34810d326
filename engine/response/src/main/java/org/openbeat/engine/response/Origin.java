package org.openbeat.engine.response;

/** Where somebody who may travel is now; the key is the caller's own name for them. */
public record Origin<K>(K key, Point at) {}
