@NullMarked
package org.tongcheng.plumbing.file;

import org.jspecify.annotations.NullMarked;
