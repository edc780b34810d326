package org.openbeat.app.ledger.keys;

import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.ledger.keys.KeyRotation.RotationException;
import org.springframework.stereotype.Component;

/** {@code ledger-rotate-key}: makes the next key of the log, signed in by the one before. */
@Component
class RotateKeyCommand implements OneOffCommand {
    private final KeyRotation rotation;

    RotateKeyCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "ledger-rotate-key";
    }

    @Override
    public int run(String argument) {
        try {
            System.out.println("The new key is " + rotation.rotate(Actor.SYSTEM));
            System.out.println("""
                    Old and new sign every checkpoint from now on. Publish the new key where the old one stands, give it
                    to each witness, and back the data folder up. When all of them have it, retire the old key:
                      ./openbeat ledger retire-key""");
            return 0;
        } catch (RotationException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
