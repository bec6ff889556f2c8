/** What becomes of a record, as the jobs decide it. */
@NullMarked
package org.tongcheng.archive.operator;

import org.jspecify.annotations.NullMarked;
