/**
 * Rank 1: the shell of every page and answer: layout, components, languages, problem details. It contributes no page of
 * a module and knows none.
 */
@NullMarked
@ApplicationModule(displayName = "Web shell", allowedDependencies = "kernel")
package org.openbeat.app.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
