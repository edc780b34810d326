package org.openbeat.app.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler, or every handler of a controller, as a dangerous act: whoever asks must have proved who they are a
 * short while ago ({@code openbeat.sign-in.recent}). Otherwise a page asks them to confirm it, and the form that they
 * sent is kept and sent again after that. A program gets the problem {@code confirmation-needed}.
 *
 * <p>A form with files is not kept: put the annotation on the page that shows such a form too.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentSignIn {}
