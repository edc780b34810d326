package org.openbeat.app.access.purpose;

import org.openbeat.app.kernel.Role;

/**
 * How often someone of staff looked something up in a while, in one role.
 *
 * @param stated look-ups and searches that no assignment covered
 * @param assigned look-ups of what they worked on
 * @param glass how often they broke the glass
 * @param flagged how many look-ups of both sorts have a flag
 */
public record Tally(
        String account, String name, Role role, String agency, int stated, int assigned, int glass, int flagged) {}
