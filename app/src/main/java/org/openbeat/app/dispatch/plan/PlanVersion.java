package org.openbeat.app.dispatch.plan;

import java.time.Instant;
import java.util.UUID;
import org.openbeat.app.kernel.AgencyId;

/**
 * A response plan as an agency published it.
 *
 * @param version 1 for its first
 * @param text in the words of {@link org.openbeat.engine.response.plan.ResponsePlan}
 * @param note why it was published
 * @param publishedBy the name of the person
 */
public record PlanVersion(
        UUID id, AgencyId agency, int version, String text, String note, Instant publishedAt, String publishedBy) {}
