package org.openbeat.engine.procedure.pack;

/**
 * Who may act: a post in an organ. Two authorities of one post are one person.
 *
 * @param post who sits there
 * @param investigates whether it leads the investigation, and so may extend no limit of liberty
 */
public record Authority(AuthorityId id, LocalText title, String post, boolean investigates, Mark mark) {}
