@NullMarked
package org.tongcheng.archive.sink;

import org.jspecify.annotations.NullMarked;
