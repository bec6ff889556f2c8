/** What tests of several rooms share. */
@NullMarked
package org.tongcheng.testkit;

import org.jspecify.annotations.NullMarked;
