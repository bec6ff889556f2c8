@NullMarked
package org.tongcheng.plumbing.intake;

import org.jspecify.annotations.NullMarked;
