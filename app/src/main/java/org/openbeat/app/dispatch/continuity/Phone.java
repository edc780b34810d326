package org.openbeat.app.dispatch.continuity;

/** A line of the phone list: who, and under which number. */
public record Phone(String name, String number) {}
