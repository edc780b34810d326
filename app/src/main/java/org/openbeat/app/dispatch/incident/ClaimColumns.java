package org.openbeat.app.dispatch.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The columns that say who has an incident in hand. */
public final class ClaimColumns {
    private ClaimColumns() {}

    public static @Nullable Claim claim(ResultSet row) throws SQLException {
        var account = row.getString("claimed_by");
        return account == null
                ? null
                : new Claim(
                        account,
                        row.getString("claimed_by_name"),
                        row.getTimestamp("claimed_at").toInstant());
    }
}
