/** Trying again what failed for a reason that passes. */
@NullMarked
package org.tongcheng.plumbing.retry;

import org.jspecify.annotations.NullMarked;
