package org.openbeat.app.access;

/** What somebody must do before they may do anything else; it opens the one door where it is done. */
enum Duty {
    /** A one-time password must be replaced by one of one's own. */
    OWN_PASSWORD("/account/password", "password-change-needed") {
        @Override
        boolean opens(String path) {
            return path.equals(page());
        }
    },

    /** The role demands a second factor, and there is none yet, or it was not used. */
    SECOND_FACTOR("/account/second-factor", "second-factor-needed") {
        @Override
        boolean opens(String path) {
            return path.startsWith(page()) || path.startsWith("/account/passkeys") || path.equals("/account/confirm");
        }
    };

    private final String page;
    private final String problem;

    Duty(String page, String problem) {
        this.page = page;
        this.problem = problem;
    }

    abstract boolean opens(String path);

    /** Where a browser is led. */
    String page() {
        return page;
    }

    /** What a program is told. */
    String problem() {
        return problem;
    }
}
