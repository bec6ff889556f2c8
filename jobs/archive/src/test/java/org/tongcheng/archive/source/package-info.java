@NullMarked
package org.tongcheng.archive.source;

import org.jspecify.annotations.NullMarked;
