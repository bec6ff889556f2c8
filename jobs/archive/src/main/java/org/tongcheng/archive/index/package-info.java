/** What an archive holds, from its folders and the ends of its files. */
@NullMarked
package org.tongcheng.archive.index;

import org.jspecify.annotations.NullMarked;
