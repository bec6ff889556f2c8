/** Two sets of results, point by point. */
@NullMarked
package org.tongcheng.local.diff;

import org.jspecify.annotations.NullMarked;
