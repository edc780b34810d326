package org.openbeat.app.desk;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The life of a report. The table of {@link #next()} is the only place that says what may follow what. */
public enum ReportStatus {
    RECEIVED,
    UNDERWAY,
    REOPENED,
    RESOLVED,
    DECLINED,
    DUPLICATE,
    WITHDRAWN;

    /** What may follow; a report that is closed can be reopened by whoever sent it, a withdrawn one stays withdrawn. */
    public Set<ReportStatus> next() {
        return switch (this) {
            case RECEIVED, UNDERWAY, REOPENED -> EnumSet.of(UNDERWAY, RESOLVED, DECLINED, DUPLICATE, WITHDRAWN);
            case RESOLVED, DECLINED, DUPLICATE -> EnumSet.of(REOPENED);
            case WITHDRAWN -> EnumSet.noneOf(ReportStatus.class);
        };
    }

    public boolean isOpen() {
        return this == RECEIVED || this == UNDERWAY || this == REOPENED;
    }

    /** Lower case, as it stands in addresses, messages and the ledger. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean mayBecome(ReportStatus other) {
        return next().contains(other);
    }
}
