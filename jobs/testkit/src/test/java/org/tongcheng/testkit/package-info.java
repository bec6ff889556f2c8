@NullMarked
package org.tongcheng.testkit;

import org.jspecify.annotations.NullMarked;
