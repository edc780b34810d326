package org.openbeat.app.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.openbeat.app.OpenbeatTest;

/**
 * A test of the application whose every case reads the ledger from its first entry to its last. These run before all
 * others, while the ledger that all tests share is short; {@link EveryTestsLedgerIT} reads what the others wrote, once.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OpenbeatTest
@Order(1)
@interface ChecksTheWholeLedger {}
