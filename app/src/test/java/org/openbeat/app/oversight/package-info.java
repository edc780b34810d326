@NullMarked
package org.openbeat.app.oversight;

import org.jspecify.annotations.NullMarked;
