/** The archive: every feed record as it arrived, and ways to read it again. */
@NullMarked
package org.tongcheng.archive;

import org.jspecify.annotations.NullMarked;
