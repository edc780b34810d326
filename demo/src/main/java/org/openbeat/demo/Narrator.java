package org.openbeat.demo;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Tells the story as it happens, and stops it where something is not as it should be. */
final class Narrator {
    private final PrintStream out;
    private String chapter = "the beginning";
    private int checks;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** A chapter of the story, told while it happens. */
    interface Chapter {
        void happen() throws Exception;
    }

    void chapter(String title, Chapter happens) {
        chapter = title;
        out.printf("%n%s%n", title);
        try {
            happens.happen();
        } catch (NotSo e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSo(chapter, "it was interrupted", e);
        } catch (Exception e) {
            throw new NotSo(chapter, String.valueOf(e.getMessage()), e);
        }
    }

    void say(String words, Object... values) {
        out.printf("   %s%n", words.formatted(values));
        out.flush();
    }

    /** Something that must be so; the words say what was expected. */
    void check(boolean so, String words, Object... values) {
        if (!so) {
            throw new NotSo(chapter, words.formatted(values), null);
        }
        checks++;
    }

    /** What must be there. */
    <T> T need(String words, Callable<T> what) throws Exception {
        T found = what.call();
        check(found != null, words);
        return found;
    }

    int checks() {
        return checks;
    }

    /** The story is not true here. */
    static final class NotSo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSo(String chapter, String words, @Nullable Throwable cause) {
            super(chapter + "\n   This was not so: " + words, cause);
        }
    }
}
