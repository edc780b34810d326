@NullMarked
package org.openbeat.app.oversight.web;

import org.jspecify.annotations.NullMarked;
