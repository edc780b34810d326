/** Where units are: devices, their protocols, the latest fixes. */
@NullMarked
package org.openbeat.app.dispatch.position;

import org.jspecify.annotations.NullMarked;
