package org.openbeat.app.access.purpose;

/** Whose data is read, as far as it is known; compared with staff for flags and kept nowhere. Empty texts where unknown. */
public record Person(String name, String email) {}
