@NullMarked
package org.tongcheng.archive;

import org.jspecify.annotations.NullMarked;
