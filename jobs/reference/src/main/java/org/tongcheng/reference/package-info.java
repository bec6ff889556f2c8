/** The region registry (cities, routes, stops, air stations, water sections) and the alert rules, read and checked. */
@NullMarked
package org.tongcheng.reference;

import org.jspecify.annotations.NullMarked;
