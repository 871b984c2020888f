package nl.leercirkel.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a page or resource asks for, and how the request is written down in the audit log. A handler without
 * this annotation (or {@link OpenToAll}) is refused to everybody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Right value();

    Action action() default Action.READ;

    /** What is read or changed, as an English noun; audit.subject.&lt;noun&gt; in the message bundles names it in Dutch. */
    String subject();
}
