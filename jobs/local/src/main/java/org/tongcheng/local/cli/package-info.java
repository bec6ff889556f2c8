/** The command line: what can be asked for, and how a failure is told. */
@NullMarked
package org.tongcheng.local.cli;

import org.jspecify.annotations.NullMarked;
