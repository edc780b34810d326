/**
 * Why a member of staff reads the data of a person: purposes tied to an open item, break glass, and the record of each
 * look-up. Whether they may see the item at all is asked elsewhere, and before.
 */
@NullMarked
@NamedInterface("purpose")
package org.openbeat.app.access.purpose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
