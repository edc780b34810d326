package org.openbeat.app.places;

import org.openbeat.app.kernel.AgencyId;

/** The area of an agency. */
public record Jurisdiction(AgencyId agency, String name) {}
