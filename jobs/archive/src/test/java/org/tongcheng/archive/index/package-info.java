@NullMarked
package org.tongcheng.archive.index;

import org.jspecify.annotations.NullMarked;
