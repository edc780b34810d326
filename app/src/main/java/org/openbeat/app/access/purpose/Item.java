package org.openbeat.app.access.purpose;

/**
 * Something that is worked on, as a purpose names it.
 *
 * @param id its id as text
 * @param reference how people call it: the reference of a report, the number of an incident
 * @param open whether it is still worked on
 */
public record Item(ItemKind kind, String id, String reference, boolean open) {}
