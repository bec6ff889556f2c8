/** What a file of the archive looks like: Parquet, written and read without Hadoop. */
@NullMarked
package org.tongcheng.archive.format;

import org.jspecify.annotations.NullMarked;
