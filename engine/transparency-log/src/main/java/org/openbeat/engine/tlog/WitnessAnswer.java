package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/** What a witness answers to {@link AddCheckpoint} (C2SP tlog-witness): an HTTP status and a body. */
public sealed interface WitnessAnswer {

    /** Media type of the answer that tells a size. */
    String SIZE_TYPE = "text/x.tlog.size";

    /** Media type of every other answer. */
    String TEXT_TYPE = "text/plain; charset=utf-8";

    int status();

    String body();

    default String contentType() {
        return TEXT_TYPE;
    }

    /** The checkpoint is consistent with all that was seen before; here are the signatures. */
    record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {

        public Cosigned {
            signatures = List.copyOf(signatures);
        }

        /**
         * Reads the body of an answer of status 200 and verifies nothing.
         *
         * @throws MalformedException if it is not one or more signature lines
         */
        public static Cosigned parse(String body) {
            if (body.isEmpty() || !body.endsWith("\n")) {
                throw new MalformedException("A witness answers with signature lines, each ended.");
            }
            var lines = body.substring(0, body.length() - 1).split("\n", -1);
            if (lines.length > SignedNote.MAX_SIGNATURES) {
                throw new MalformedException("A witness sent " + lines.length + " signatures.");
            }
            var signatures = new ArrayList<NoteSignature>();
            for (String line : lines) {
                signatures.add(NoteSignature.parse(line));
            }
            return new Cosigned(signatures);
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public String body() {
            var body = new StringBuilder();
            signatures.forEach(signature -> body.append(signature.line()));
            return body.toString();
        }
    }

    /** This is no request, or its old size is larger than its checkpoint. */
    record Malformed(String reason) implements WitnessAnswer {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String body() {
            return reason + "\n";
        }
    }

    /** No key that the witness knows for this log has signed the checkpoint. */
    record UnknownKey(String reason) implements WitnessAnswer {
        @Override
        public int status() {
            return 403;
        }

        @Override
        public String body() {
            return reason + "\n";
        }
    }

    /** The witness does not watch a log of this name. */
    record UnknownLog(String origin) implements WitnessAnswer {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String body() {
            return "This witness does not watch " + origin + ".\n";
        }
    }

    /**
     * The witness last cosigned another size than the request says, or another root at that size: the log has forked.
     *
     * @param size what the witness cosigned last
     */
    record Conflict(long size) implements WitnessAnswer {

        /**
         * Reads the body of an answer of status 409.
         *
         * @throws MalformedException if it is not a size on a line
         */
        public static Conflict parse(String body) {
            if (!body.endsWith("\n")) {
                throw new MalformedException("A witness tells a size on a line.");
            }
            return new Conflict(Decimals.parse(body.substring(0, body.length() - 1)));
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String body() {
            return size + "\n";
        }

        @Override
        public String contentType() {
            return SIZE_TYPE;
        }
    }

    /** What was cosigned before is not the beginning of this tree, as far as the proof shows. */
    record Inconsistent() implements WitnessAnswer {
        @Override
        public int status() {
            return 422;
        }

        @Override
        public String body() {
            return "The proof does not show that the tree seen before is the beginning of this one.\n";
        }
    }
}
