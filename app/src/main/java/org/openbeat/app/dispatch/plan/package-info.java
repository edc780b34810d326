/** Response plans of agencies, and what would have happened under another one. */
@NullMarked
package org.openbeat.app.dispatch.plan;

import org.jspecify.annotations.NullMarked;
