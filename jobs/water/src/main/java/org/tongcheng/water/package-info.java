/** The water job: observations in; section classes, city and river summaries out. */
@NullMarked
package org.tongcheng.water;

import org.jspecify.annotations.NullMarked;
