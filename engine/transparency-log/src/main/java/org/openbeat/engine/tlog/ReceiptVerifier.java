package org.openbeat.engine.tlog;

import java.util.Collection;

/**
 * Verifies receipts offline: payload and salt give the hash in the entry, the entry is the leaf, the leaf leads to the
 * root, and the root is signed by the log and the witnesses whom the caller trusts. A receipt is a {@link TlogProof}
 * whose {@code extra} is a {@link Disclosure}.
 *
 * <p>Every byte of a receipt matters, but for signatures by keys that the caller does not have: those are told as
 * strangers ({@link TrustPolicy.Vouched#strangers}), so that nobody takes them for checked.
 */
public final class ReceiptVerifier {

    private final TrustPolicy policy;

    /**
     * A verifier that trusts these keys and no others.
     *
     * @param trusted the log's key, and those of witnesses of whom each must have signed
     */
    public ReceiptVerifier(Collection<VerifierKey> trusted) {
        this(TrustPolicy.ofAll(trusted));
    }

    public ReceiptVerifier(TrustPolicy policy) {
        this.policy = policy;
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
        return new VerifiedReceipt(policy.verify(proof.checkpoint()), proof.index(), disclosure);
    }
}
