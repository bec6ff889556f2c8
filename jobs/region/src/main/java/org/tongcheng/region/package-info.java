/** The region job: results of the other jobs in; the region's hour out. */
@NullMarked
package org.tongcheng.region;

import org.jspecify.annotations.NullMarked;
