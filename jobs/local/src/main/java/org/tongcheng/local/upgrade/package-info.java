/** A new version of running jobs. */
@NullMarked
package org.tongcheng.local.upgrade;

import org.jspecify.annotations.NullMarked;
