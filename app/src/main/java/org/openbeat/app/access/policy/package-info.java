/** Who may do what with which item: one table, asked by every module, which hands over the item's facts. Pure. */
@NullMarked
@NamedInterface("policy")
package org.openbeat.app.access.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
