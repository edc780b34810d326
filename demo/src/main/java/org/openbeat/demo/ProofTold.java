package org.openbeat.demo;

import java.util.List;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.ReceiptVerifier;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;

/** Step 7: every act is in the ledger, and a receipt proves it without the server. */
final class ProofTold {
    private final String baseUrl;
    private final Narrator narrator;

    ProofTold(String baseUrl, Narrator narrator) {
        this.baseUrl = baseUrl;
        this.narrator = narrator;
    }

    void prove(ReportsTold told, ResponseTold answered) {
        narrator.chapter("7. Every act is in the ledger, and the receipt is verified offline", () -> {
            try (var anyone = new Visitor(baseUrl, "en")) {
                var key = VerifierKey.parse(anyone.get("/ledger/vkey").text().strip());
                var note = SignedNote.parse(anyone.get("/ledger/checkpoint").text());
                note.verify(List.of(key));
                var checkpoint = Checkpoint.parse(note.text());
                narrator.say("The ledger has %d entries; its head is signed by %s.", checkpoint.size(), key.name());
                verify(told.english().fetch(told.light().link() + "/receipt"), key);
                verify(answered.witness().fetch(answered.fight().link() + "/receipt"), key);
            }
        });
    }

    private void verify(byte[] receipt, VerifierKey key) throws UnverifiedException {
        var verifier = new ReceiptVerifier(List.of(key));
        narrator.say("%s", verifier.verify(receipt).sentence());
        for (int i = 0; i < receipt.length; i++) {
            var changed = receipt.clone();
            changed[i] ^= 1;
            narrator.check(isRefused(verifier, changed), "a receipt with byte %d changed is refused", i);
        }
        narrator.say("With any one of its %d bytes changed it is refused.", receipt.length);
    }

    private static boolean isRefused(ReceiptVerifier verifier, byte[] receipt) {
        try {
            verifier.verify(receipt);
            return false;
        } catch (UnverifiedException | MalformedException e) {
            return true;
        }
    }
}
