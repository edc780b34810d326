package org.openbeat.engine.procedure.pack;

/**
 * A document or a notice, with its template in the local language.
 *
 * @param notice whether it tells somebody of rights
 * @param to who gets it, in English
 * @param file of the template, within the pack
 */
public record Paper(
        String name, LocalText title, boolean notice, String to, String file, String template, Basis basis) {}
