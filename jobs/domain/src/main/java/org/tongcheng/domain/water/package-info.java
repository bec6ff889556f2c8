/** Surface water: section class, limiting items, exceedance (GB 3838). */
@NullMarked
package org.tongcheng.domain.water;

import org.jspecify.annotations.NullMarked;
