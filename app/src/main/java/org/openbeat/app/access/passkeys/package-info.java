/** Passkeys (WebAuthn). A nested part of access; knows the kernel, the events and the steps. */
@NullMarked
package org.openbeat.app.access.passkeys;

import org.jspecify.annotations.NullMarked;
