package io.github.seeingdigits;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that proves that the product survives a fault of {@code faults.txt}; {@link FaultsTest} keeps the books. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Fault.All.class)
public @interface Fault {
    /** Stage and fault as they stand in the list, for example {@code "Model file: every truncation"}. */
    String value();

    /** Several faults on one test; the compiler writes it. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** The faults. */
        Fault[] value();
    }
}
