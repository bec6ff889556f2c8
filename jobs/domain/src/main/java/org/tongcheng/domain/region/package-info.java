/** The region as one city: an hour of air, transit and water side by side. */
@NullMarked
package org.tongcheng.domain.region;

import org.jspecify.annotations.NullMarked;
