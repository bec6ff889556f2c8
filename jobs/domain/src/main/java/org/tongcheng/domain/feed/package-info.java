/** What comes in: records of the three feeds, and what intake makes of them. */
@NullMarked
package org.tongcheng.domain.feed;

import org.jspecify.annotations.NullMarked;
