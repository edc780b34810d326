package org.openbeat.app.ledger.keys;

import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.OneOffCommand;
import org.openbeat.app.ledger.keys.KeyRotation.RotationException;
import org.springframework.stereotype.Component;

/** {@code ledger-retire-key}: ends the time in which two keys sign. */
@Component
class RetireKeyCommand implements OneOffCommand {
    private final KeyRotation rotation;

    RetireKeyCommand(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "ledger-retire-key";
    }

    @Override
    public int run(String argument) {
        try {
            System.out.println("Retired: " + rotation.retire(Actor.SYSTEM));
            System.out.println(
                    "Its private half is gone from the data folder; remove it from older backups too. What it "
                            + "signed before stays right.");
            return 0;
        } catch (RotationException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
