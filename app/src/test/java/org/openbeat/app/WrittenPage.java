package org.openbeat.app;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A page of docs/reference that a test writes from the code, so that it cannot go stale. */
public final class WrittenPage {

    private WrittenPage() {}

    /** Passes when the page says what the code says; otherwise rewrites it and fails. */
    public static void mustSay(String name, String content) {
        var page = Sources.ROOT.resolve("docs/reference").resolve(name);
        var wanted = content.stripTrailing() + "\n";
        if (Files.exists(page) && Sources.read(page).equals(wanted)) {
            return;
        }
        try {
            Files.createDirectories(page.getParent());
            Files.writeString(page, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fail("the code has changed: commit the rewritten docs/reference/" + name);
    }
}
