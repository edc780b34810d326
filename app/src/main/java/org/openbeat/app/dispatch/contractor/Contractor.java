package org.openbeat.app.dispatch.contractor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm on the list.
 *
 * @param lastCalledAt when it was last called; null when never. Whoever was called longest ago is next.
 */
public record Contractor(
        UUID id,
        ContractorService service,
        String name,
        String phone,
        @Nullable Instant lastCalledAt) {}
