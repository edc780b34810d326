@NullMarked
package org.openbeat.app.access.approval;

import org.jspecify.annotations.NullMarked;
