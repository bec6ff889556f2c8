@NullMarked
package org.tongcheng.archive.format;

import org.jspecify.annotations.NullMarked;
