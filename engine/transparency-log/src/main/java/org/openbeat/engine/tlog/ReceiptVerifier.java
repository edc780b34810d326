package org.openbeat.engine.tlog;

import java.util.List;

/**
 * Verifies receipts offline: payload and salt give the hash in the entry, the entry is the leaf, the leaf leads to the
 * root, and the root is signed by a key that the caller trusts. A receipt is a {@link TlogProof} whose {@code extra}
 * is a {@link Disclosure}.
 *
 * <p>It is stricter than C2SP asks of a proof: a signature by a stranger is refused rather than ignored, because a line
 * that nobody checks could be changed unseen. So every byte of a receipt matters.
 */
public final class ReceiptVerifier {

    private final List<VerifierKey> trusted;

    /**
     * A verifier that trusts these keys and no others.
     *
     * @param trusted the log's key, and those of its witnesses if receipts carry their signatures
     */
    public ReceiptVerifier(List<VerifierKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Verifies a receipt, byte for byte.
     *
     * @throws UnverifiedException with the reason, if anything at all is not as it was when the receipt was given
     */
    public VerifiedReceipt verify(byte[] receipt) throws UnverifiedException {
        try {
            return verify(TlogProof.parse(receipt));
        } catch (MalformedException e) {
            throw new UnverifiedException("This is not an unchanged receipt. " + e.getMessage(), e);
        }
    }

    private VerifiedReceipt verify(TlogProof proof) throws UnverifiedException {
        var disclosure = Disclosure.parse(proof.extra()
                .orElseThrow(() -> new UnverifiedException("The receipt does not say what it is a receipt for.")));
        if (!disclosure.payloadFits()) {
            throw new UnverifiedException("What the receipt says happened is not what the log's entry was made from.");
        }
        var checkpoint = Checkpoint.parse(proof.checkpoint().text());
        var leaf = Hash.ofLeaf(disclosure.leaf());
        if (!InclusionProof.verifies(proof.index(), checkpoint.size(), leaf, proof.hashes(), checkpoint.root())) {
            throw new UnverifiedException("The entry is not in the log whose head the receipt shows.");
        }
        verifySignatures(proof.checkpoint(), checkpoint.origin());
        return new VerifiedReceipt(checkpoint, proof.index(), disclosure);
    }

    private void verifySignatures(SignedNote note, String origin) throws UnverifiedException {
        var signers = note.verify(trusted);
        if (signers.size() != note.signatures().size()) {
            throw new UnverifiedException("The receipt carries a signature by a key that is not trusted here.");
        }
        if (signers.stream().noneMatch(key -> key.name().equals(origin))) {
            throw new UnverifiedException("The log %s has not signed the receipt.".formatted(origin));
        }
    }
}
