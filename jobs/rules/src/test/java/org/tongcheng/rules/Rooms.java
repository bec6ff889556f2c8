package org.tongcheng.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Which room a class is in. */
final class Rooms {

    static final DescribedPredicate<JavaClass> JOB =
            DescribedPredicate.describe("a job's", type -> type.getPackageName()
                    .matches("org\\.tongcheng\\.(transit|air|water|region|alerts|delivery|archive)(\\..*)?"));

    static final DescribedPredicate<JavaClass> ANY = DescribedPredicate.alwaysTrue();

    private Rooms() {}
}
