@NullMarked
package org.tongcheng.archive.operator;

import org.jspecify.annotations.NullMarked;
