/** Tests of passkeys. */
@NullMarked
package org.openbeat.app.access.passkeys;

import org.jspecify.annotations.NullMarked;
