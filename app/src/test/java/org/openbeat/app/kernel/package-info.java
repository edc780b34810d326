/** Tests of the kernel. */
@NullMarked
package org.openbeat.app.kernel;

import org.jspecify.annotations.NullMarked;
