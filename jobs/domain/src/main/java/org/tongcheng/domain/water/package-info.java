/** Surface water: section class, limiting items, exceedance (GB 3838-2002), city and river summaries. */
@NullMarked
package org.tongcheng.domain.water;

import org.jspecify.annotations.NullMarked;
