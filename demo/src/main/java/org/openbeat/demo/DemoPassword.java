package org.openbeat.demo;

/** How the people of the demo sign in; the server prints the same into {@code demo-sign-ins.txt}. */
final class DemoPassword {
    static final String VALUE = "linden-demo";

    private DemoPassword() {}

    /** Somebody at work, signed in and reading English. */
    static Visitor signIn(String baseUrl, String userName) {
        var visitor = new Visitor(baseUrl, "en");
        var answer = visitor.signIn(userName, VALUE);
        if (answer.status() != 200 || answer.address().getPath().startsWith("/sign-in")) {
            visitor.close();
            throw new IllegalStateException("%s could not sign in: status %d at %s"
                    .formatted(userName, answer.status(), answer.address().getPath()));
        }
        return visitor;
    }
}
